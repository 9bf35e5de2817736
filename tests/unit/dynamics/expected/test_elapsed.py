"""Elapsed time: lying adds to it, and effort near the due date loses no case."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.calendar import Calendar
from sim.dynamics.expected.elapsed import (
    BIN_DAYS,
    Target,
    hold_days,
    lie_on,
    restart_clock,
    start_clock,
)
from sim.dynamics.expected.lying import measure_lying
from sim.units import DAY_S
from tests.theory.bench import plain_service

ALWAYS = Calendar(days_per_week=7, opens_s=0, day_s=DAY_S)
PLAIN, EAGER = Target(10.0, 0.0, 0.0), Target(10.0, 3.0, 0.4)
SPREAD = np.round((np.arange(512) + 0.5) / 512 * 8 * DAY_S).astype(np.int64)
"""Delays spread evenly over eight days."""


def lying(days=None):
    table = SPREAD if days is None else np.full(512, round(days * DAY_S))
    return measure_lying(table, ALWAYS)


def at(days):
    elapsed = np.zeros(PLAIN.bins)
    elapsed[int(days / BIN_DAYS)] = 1
    return elapsed


def middle(target):
    return (np.arange(target.bins) + 0.5) * BIN_DAYS


def test_a_delay_moves_cases_on_by_as_much():
    lain, saved_days = lie_on(at(1), lying(2), PLAIN)

    assert lain == pytest.approx(at(3))
    assert saved_days == 0


def test_two_delays_are_their_convolution():
    once, _ = lie_on(at(0), lying(), PLAIN)
    twice, _ = lie_on(once, lying(), PLAIN)

    part = np.full(32, 1 / 32)
    both = np.convolve(part, part)[: PLAIN.bins - 1]
    assert twice[:-1] == pytest.approx(both, abs=0.003)
    assert twice[-1] == pytest.approx(1 - both.sum(), abs=0.03)


@pytest.mark.parametrize("target", [PLAIN, EAGER])
def test_no_case_is_lost(target):
    elapsed = np.random.default_rng(2).random(target.bins)
    lain, _ = lie_on(elapsed, lying(), target)

    assert lain.sum() == pytest.approx(elapsed.sum(), rel=1e-12)
    assert lain.min() >= 0


def test_effort_fetches_cases_before_they_are_due_as_samples_are_fetched():
    lain, saved_days = lie_on(at(5), lying(), EAGER)

    rng, since, due = np.random.default_rng(4), middle(EAGER)[20], EAGER.days
    ends = since + rng.uniform(0, 8, 200_000)
    opens, closes = max(due - EAGER.near_days, since), np.minimum(due, ends)
    is_fetched = (opens < closes) & (rng.random(len(ends)) < EAGER.effort)
    fetched = np.where(is_fetched, rng.uniform(opens, np.maximum(closes, opens)), ends)
    assert saved_days == pytest.approx((ends - fetched).mean(), rel=0.02)
    assert lain[-1] == pytest.approx((fetched > due).mean(), abs=0.02)
    assert lain[-1] < lie_on(at(5), lying(), PLAIN)[0][-1]


def test_past_due_nobody_makes_an_effort():
    past = np.zeros(EAGER.bins)
    past[-1] = 1

    assert lie_on(past, lying(), EAGER)[1] == 0


@pytest.mark.parametrize(
    ("changes", "held"),
    [
        ((), 0),
        (("plain.targets.hold_days=3",), 3),
        (("plain.targets.days=20", "plain.targets.lead_days=6"), 14),
        (("plain.targets.days=20", "plain.targets.lead_days=30"), 0),
    ],
)
def test_held_work_has_been_on_the_clock_as_it_is_taken_up(changes, held):
    blueprint = build_blueprint(plain_service("plain.targets.days=20", *changes), "plain")
    elapsed = start_clock(blueprint, Target.of(blueprint), 0.7)

    assert hold_days(blueprint) == held
    assert elapsed[int(held / BIN_DAYS)] == elapsed.sum() == 0.7


@pytest.mark.parametrize(("clock", "days"), [("arrival", 5), ("complete", 0)])
def test_the_clock_begins_anew_where_it_runs_from_complete_information(clock, days):
    blueprint = build_blueprint(plain_service(f"plain.targets.clock={clock}"), "plain")

    assert np.array_equal(restart_clock(blueprint, at(5), 0.5), 0.5 * at(days))
