"""A mean case, as the walk expects it and as an engine counts it, service by service.

Staff are ample, nobody asks how it goes or gives up waiting. Each expectation is judged by twelve
replications; all being true, one of a thousand suites with other seeds would fail. Where the walk
is approximate by its making, it may be off by a stated part besides:

- time in queues is not on the target's clock, parts of a day are, and who is past due is closed
  early at the first visit to a function alone, so that fewer are closed early;
- whether an answer to a case comes late does not tell how much content it has;
- nobody works faster near a due date;
- a case is taken to be away for as long as a citizen who returns, so that fewer are forgotten, and
  lie before another hand, than where it waits for news.
"""

import pytest

from tests.unit.dynamics.expected.counting import assert_agrees, compare

DIVIDED = {
    "jobs 0": (0.01, 0.05),
    "jobs 1": (0.01, 0.05),
    "jobs 2": (0.01, 0.05),
    "lies": (0.01, 0.05),
    "letters": (0.01, 0.1),
    "asks": (0.01, 0.1),
    "attempts": (0.01, 0.05),
    "met at first": (0.02, 0.1),
    "met": (0.005, 0.03),
    "early": (0.2, 0.8),
    "certificates": (0.01, 0.2),
    "exceptions": (0.05, 0.4),
    "seconds": (0.01, 0.05),
}
"""The part by which it may be off besides, and an error that is found."""
WHOLE = {
    "jobs 0": (0.0, 0.05),
    "letters": (0.01, 0.15),
    "asks": (0.02, 0.2),
    "attempts": (0.0, 0.05),
    "met at first": (0.0, 0.05),
    "checks": (0.0, 0.05),
    "certificates": (0.0, 0.25),
    "exceptions": (0.0, 0.1),
    "seconds": (0.0, 0.05),
    "lies": (0.25, 0.9),
}
HELD = {
    "jobs 0": (0.01, 0.05),
    "jobs 3": (0.015, 0.05),
    "letters": (0.01, 0.1),
    "seconds": (0.01, 0.05),
}
"""Building permits: work is held to its deadline, and cases wait for news."""
SETTLED = {
    "settled": (0.01, 0.1),
    "jobs 1": (0.01, 0.05),
    "attempts": (0.01, 0.05),
    "seconds": (0.02, 0.06),
}
"""The call line: a front office settles many, and one in twenty is closed early."""


def judge(service, design, name, bounds):
    expected, counted = compare(service, design)
    bound, planted = bounds[name]
    assert_agrees(expected[name], counted[name], bound, planted)


@pytest.mark.parametrize("name", DIVIDED)
def test_sickness_benefit_functionalised(name):
    judge("sickness-benefit", "functionalised", name, DIVIDED)


@pytest.mark.parametrize("name", WHOLE)
def test_sickness_benefit_absorbing(name):
    judge("sickness-benefit", "absorbing", name, WHOLE)


@pytest.mark.parametrize("name", HELD)
def test_building_permits_functionalised(name):
    judge("building-permits", "functionalised", name, HELD)


@pytest.mark.parametrize("name", SETTLED)
def test_call_line_functionalised(name):
    judge("call-line", "functionalised", name, SETTLED)
