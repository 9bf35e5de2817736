"""Verdicts, on worlds made by hand."""

from math import inf, isnan

import pytest

from sim.analysis.robustness.overwhelmed import is_overwhelmed, is_slow
from sim.analysis.robustness.tried import TriedWorld
from sim.analysis.robustness.verdict import applies, find_changes, judge

COST, FAILURE, JOY = "cost_per_citizen_helped", "failure_demand_share", "work_joy"
WELL = (False, False)


def world(first, second, overwhelmed=WELL):
    names = (COST, FAILURE, JOY)
    return TriedWorld(
        (), (), dict.fromkeys(names, first), dict.fromkeys(names, second), overwhelmed
    )


WORLDS = [
    world(100, 80), world(100, 50), world(100, 100), world(100, 110),
    world(100, None), world(1, 9, (True, False)), world(9, 1, (True, True)),
]  # fmt: skip


def test_a_design_that_is_overwhelmed_has_lost_on_cost():
    changes = find_changes(COST, WORLDS)

    assert changes[:4].tolist() == pytest.approx([-0.2, -0.5, 0, 0.1])
    assert isnan(changes[4])
    assert changes[5] == -inf
    assert isnan(changes[6])


def test_of_failure_demand_nothing_is_told_where_one_is():
    changes = find_changes(FAILURE, WORLDS)

    assert changes[1] == -50  # of a share the difference itself
    assert isnan(changes[5])


def test_worlds_are_counted():
    verdict = judge(COST, "SEK", WORLDS)

    assert (verdict.first, verdict.second, verdict.alike, verdict.no_verdict) == (1, 3, 1, 2)
    assert verdict.judged == 5
    assert verdict.unit == "SEK per citizen helped"


def test_the_spread_is_of_worlds_in_which_neither_is_overwhelmed():
    spread = judge(COST, "SEK", WORLDS).change

    assert spread.worlds == 4
    assert spread.p50 == pytest.approx(-0.1)
    assert spread.p10 == pytest.approx(-0.41)
    assert spread.p90 == pytest.approx(0.07)


def test_where_more_is_better_more_wins():
    verdict = judge(JOY, "SEK", WORLDS)

    assert (verdict.first, verdict.second) == (2, 1)


def test_the_share_has_wilsons_interval():
    """By hand: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), for 8 of 10 and z = 1.96."""
    share = judge(COST, "SEK", [world(100, 80)] * 8 + [world(80, 100)] * 2).second_share

    assert share == pytest.approx((0.8, 0.4902, 0.9433), abs=1e-4)


def test_without_a_verdict_there_is_no_share_and_no_spread():
    verdict = judge(COST, "SEK", WORLDS[-1:])

    assert (verdict.judged, verdict.second_share, verdict.change) == (0, None, None)


@pytest.mark.parametrize(
    ("opened", "busy", "cost", "expected"),
    [
        (0.0, 0.8, 100.0, False),
        (0.01, 0.97, 100.0, False),
        (0.011, 0.8, 100.0, True),
        (None, 0.98, 100.0, True),
        (None, 0.9, 100.0, False),
        (0.0, 0.5, None, True),
    ],
)
def test_who_is_overwhelmed(opened, busy, cost, expected):
    measured = {"open_share": opened, "utilisation": busy, COST: cost, "utilisation_busiest": busy}

    assert is_overwhelmed(measured) is expected


def test_cases_that_are_open_where_nobody_is_busy_are_slow():
    measured = {"open_share": 0.1, "utilisation": 0.5, "utilisation_busiest": 0.6, COST: 100.0}

    assert is_slow(measured)
    assert not is_slow({**measured, "utilisation_busiest": 0.95})
    assert not is_slow({**measured, "open_share": 0.005})
    assert not is_slow({**measured, "open_share": None})


def test_a_measure_that_has_no_value_anywhere_does_not_apply():
    """Or overload alone would be told as a verdict on the time of visits, which have none."""
    assert applies(COST, [world(None, 3)])
    assert not applies(COST, [world(None, None, (True, False))])
