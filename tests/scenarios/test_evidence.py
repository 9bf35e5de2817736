"""The evidence of the shipped services: honest tolerances, and four figures in five are met."""

import pytest

from sim.analysis.evidence import OUTSIDE, WITHIN, count_verdicts, judge_evidence
from sim.analysis.evidence.judge import USUAL
from sim.scenario import list_services, load_scenario

SERVICES = list_services()
LEAST_WITHIN = 0.8
WIDEST = 0.15
"""A tolerance reaches so far from the figure, as a share of it, unless a note says why."""
NEAR = 1 + 1e-9


FEWER = {"home-care": 6, "outsourced-home-care": 6}
"""Replications of those that run for years: the verdicts are those of the 20 that are usual."""


def judge_all():
    """Every figure of every service, mostly over the replications that the command makes."""
    return [
        row
        for service in SERVICES
        for row in judge_evidence(
            [load_scenario(service)], replications=FEWER.get(service, USUAL.replications)
        )
    ]


@pytest.mark.parametrize("service", SERVICES)
def test_a_tolerance_is_no_wider_than_15_percent_or_says_why(service):
    wide = [
        (item.claim, item.measure, item.design)
        for item in load_scenario(service).evidence
        if max(abs(end - item.value) for end in item.tolerance) > WIDEST * abs(item.value) * NEAR
        and not item.note
    ]
    assert wide == []


@pytest.mark.long
def test_figures_are_simulated_and_mostly_met_and_what_is_not_says_why():
    """In one test, so that they are judged once, however the tests are spread over processes."""
    rows = judge_all()
    tally = count_verdicts(rows)

    assert [row.id for row in rows if row.simulated is None] == []
    assert tally.simulated >= 30
    assert tally.counts[WITHIN] >= LEAST_WITHIN * tally.simulated
    assert tally.within >= LEAST_WITHIN * tally.independent
    outside = [row for row in rows if row.verdict == OUTSIDE]
    assert [row.id for row in outside if "lies" in (row.reason or "lies")] == []
