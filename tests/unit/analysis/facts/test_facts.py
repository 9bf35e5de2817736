"""Which design is better is told where it is sure and large enough to be noticed."""

import pytest

from sim.analysis.facts.facts import COST, TOLD, build_compared
from sim.results import Interval

FIRST, SECOND = DESIGNS = ("functionalised", "absorbing")
RIGHT, UNEQUAL = "first_time_right_share", "unequal_treatment"


def with_measure(facts, name, first, second, half=0.0):
    """Facts in which one measure has these means, and the difference so wide an interval."""
    difference = second - first
    ends = Interval(difference, difference - half, difference + half)
    means = (Interval(mean, mean, mean) for mean in (first, second))
    compared = build_compared(name, "DKK", *means, ends)
    return facts._replace(measures={**facts.measures, name: compared})


@pytest.mark.parametrize(
    ("name", "found", "better"),
    [
        pytest.param(COST, (100.0, 60.0, 5.0), SECOND, id="lower is better"),
        pytest.param(COST, (60.0, 100.0, 5.0), FIRST, id="the first is lower"),
        pytest.param(COST, (100.0, 60.0, 41.0), None, id="chance could do it"),
        pytest.param(COST, (100.0, 99.2, 0.1), None, id="sure, and too small"),
        pytest.param(COST, (100.0, 100.0, 0.0), None, id="the same"),
        pytest.param(RIGHT, (0.5, 0.6, 0.01), SECOND, id="higher is better"),
        pytest.param(RIGHT, (0.010, 0.018, 0.0), None, id="less than a percentage point"),
        pytest.param(UNEQUAL, (0.0, 0.2, 0.01), FIRST, id="none at all"),
    ],
)
def test_the_better_design_is_surely_and_noticeably_so(small, name, found, better):
    assert with_measure(small, name, *found).find_better(name) == better


def test_a_measure_that_does_not_apply_has_no_better_design(small):
    nothing = build_compared(COST, "DKK", None, Interval(1, 1, 1), None)
    facts = small._replace(measures={**small.measures, COST: nothing})

    assert facts.cheaper is None


def test_beside_cost_either_design_has_what_it_is_better_in(small):
    facts = with_measure(with_measure(small, RIGHT, 0.9, 0.5), UNEQUAL, 0.5, 0.1)

    assert RIGHT in facts.list_better(FIRST)
    assert UNEQUAL in facts.list_better(SECOND)
    assert not set(facts.list_better(FIRST)) & set(facts.list_better(SECOND))
    assert COST not in facts.list_better(FIRST)


def test_all_that_is_told_is_kept(small):
    assert set(small.measures) == set(TOLD)
    assert small.designs == DESIGNS
    assert (small.days, small.replications) == (60, 3)
    assert small.settles
    assert small.turn.low <= small.turn.own <= small.turn.high
