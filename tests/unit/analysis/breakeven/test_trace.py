"""Crossings and bands of lines that are known."""

import numpy as np
import pytest

from sim.analysis.breakeven import Point, Unsure
from sim.analysis.breakeven.profile import in_whole_numbers
from sim.analysis.breakeven.trace import trace_profile
from sim.experiment.intervals import build_interval
from tests.unit.analysis.breakeven.lines import look_at, winner

GRID = [float(x) for x in range(11)]
TOLERANCE = 0.001
NEAR = 0.002


def trace(line, half_width=1.0, grid=GRID):
    return trace_profile(look_at(line, half_width), grid, TOLERANCE, winner)


def test_one_crossing_has_the_band_on_which_the_interval_holds_0():
    (crossing,) = trace(lambda x: 2 * (x - 4.3)).crossings

    assert crossing.x == pytest.approx(4.3, abs=NEAR)
    assert crossing.low == pytest.approx(3.8, abs=NEAR)
    assert crossing.high == pytest.approx(4.8, abs=NEAR)
    assert (crossing.below, crossing.above) == ("second", "first")


def test_it_is_a_root_of_the_line_and_not_of_a_chord_between_grid_points():
    (crossing,) = trace(lambda x: x**4 - 700, 1, [0.0, 10.0]).crossings

    assert crossing.x == pytest.approx(700**0.25, abs=NEAR)


def test_several_crossings_are_all_found():
    profile = trace(lambda x: (x - 1.5) * (x - 4.5) * (x - 8.5), 3.0)

    assert [c.x for c in profile.crossings] == pytest.approx([1.5, 4.5, 8.5], abs=NEAR)
    assert [c.above for c in profile.crossings] == ["first", "second", "first"]
    assert profile.throughout is None


@pytest.mark.parametrize(("level", "name"), [(5.0, "first"), (-5.0, "second")])
def test_without_a_crossing_it_says_who_does_better_throughout(level, name):
    profile = trace(lambda x: level)

    assert (profile.crossings, profile.unsure, profile.throughout) == ((), (), name)


def test_a_band_that_reaches_the_end_of_the_range_is_open():
    (first,) = trace(lambda x: x - 0.5).crossings
    (last,) = trace(lambda x: x - 9.5).crossings
    (both,) = trace(lambda x: x - 5, half_width=9.0).crossings

    assert (first.low, first.high) == (None, pytest.approx(1.5, abs=NEAR))
    assert (last.low, last.high) == (pytest.approx(8.5, abs=NEAR), None)
    assert (both.low, both.high) == (None, None)


def test_coming_near_is_no_crossing_even_where_the_mean_dips_below_0():
    profile = trace(lambda x: (x - 5) ** 2 - 0.5)

    assert profile.crossings == ()
    assert profile.throughout == "first"
    ((low, high, roots),) = profile.unsure
    assert (low, high) == pytest.approx((5 - 1.5**0.5, 5 + 1.5**0.5), abs=NEAR)
    assert roots == pytest.approx((5 - 0.5**0.5, 5 + 0.5**0.5), abs=NEAR)


def test_a_mean_that_wavers_within_its_band_is_one_crossing():
    line = [-9, -6, -4, -2, 0.5, -0.5, 0.5, 2, 4, 6, 9]

    (crossing,) = trace(lambda x: float(np.interp(x, GRID, line))).crossings

    assert crossing.roots == pytest.approx((3.8, 4.5, 5.5), abs=NEAR)
    assert crossing.x == crossing.roots[1]
    assert crossing.low < 3.8
    assert crossing.high > 5.5


def test_a_jump_is_a_crossing_with_a_narrow_band():
    (crossing,) = trace(lambda x: -5.0 if x < 3.217 else 5.0).crossings

    assert crossing.low <= 3.217 <= crossing.high
    assert crossing.high - crossing.low <= 2 * TOLERANCE


def test_a_difference_of_exactly_0_is_nobodys():
    profile = trace(lambda x: 0.0, half_width=0.0)

    assert profile.throughout is None
    assert profile.unsure == (Unsure(None, None, ()),)


def test_a_0_on_the_grid_is_the_crossing():
    (crossing,) = trace(lambda x: x - 5).crossings

    assert crossing.x == pytest.approx(5, abs=NEAR)
    assert len(crossing.roots) == 1


def test_values_without_a_measure_are_gaps_over_which_nothing_is_said():
    profile = trace(lambda x: None if 3 <= x <= 6 else x - 4.5)

    assert profile.crossings == ()
    assert profile.throughout is None
    assert [p.x for p in profile.points if p.difference is None] == [3, 4, 5, 6]


def test_a_gap_met_while_closing_in_ends_that():
    (crossing,) = trace(lambda x: None if 4 < x < 5 else 2 * x - 9, half_width=0.5).crossings

    assert 4 <= crossing.low <= crossing.x <= crossing.high <= 5


def test_nothing_is_looked_at_twice():
    looks = []
    look = look_at(lambda x: x - 4.3)
    trace_profile(lambda x: looks.append(x) or look(x), GRID, TOLERANCE, winner)

    assert len(looks) == len(set(looks))
    assert len(looks) <= len(GRID) + 12


def test_the_band_holds_the_true_crossing_as_often_as_it_says():
    """Of 400 experiments, by the binomial distribution, 365 to 392 in 998 of 1,000 cases."""
    rng, held = np.random.default_rng(5), 0
    for _ in range(400):
        slopes, errors = 1 + 0.3 * rng.normal(size=6), rng.normal(size=6)
        (crossing,) = trace_profile(
            lambda x, s=slopes, e=errors: _point(x, s * (x - 5) + e), GRID, TOLERANCE, winner
        ).crossings
        low = -np.inf if crossing.low is None else crossing.low
        high = np.inf if crossing.high is None else crossing.high
        held += low <= 5 <= high

    assert 365 <= held <= 392


def _point(x, values):
    return Point(x, None, None, build_interval(list(values)))


def test_a_design_that_fails_has_lost_whatever_its_figures():
    # The difference says the second design is lower throughout; from 6 on it helps nobody.
    def look(x):
        fails = x >= 6
        failing = ("second",) if fails else ()
        return Point(
            x, None, None, build_interval([-6.0, -5.0, -4.0]), failing=failing, forced=int(fails)
        )

    profile = trace_profile(look, GRID, 0.01, winner)

    (crossing,) = profile.crossings
    assert (crossing.below, crossing.above) == ("second", "first")
    assert crossing.x == pytest.approx(6, abs=0.02)


def test_where_both_fail_nothing_is_said():
    def look(x):
        return Point(x, None, None, build_interval([-6.0, -5.0, -4.0]), failing=("first", "second"))

    profile = trace_profile(look, GRID, 0.01, winner)

    assert profile.crossings == ()
    assert profile.throughout is None


def trace_whole(line, half_width=1.0):
    looked = []

    def look(x):
        looked.append(x)
        return look_at(line, half_width)(x)

    profile = in_whole_numbers(trace_profile(look, [0.0, 20.0], 1.0, winner, round))
    return profile, looked


def test_what_is_counted_is_looked_at_in_whole_numbers_only():
    profile, looked = trace_whole(lambda x: 2 * (x - 12.3))

    (crossing,) = profile.crossings
    assert all(x == int(x) for x in looked)
    assert (crossing.x, crossing.roots) == (13, (13,))
    assert (crossing.low, crossing.high) == (11, 13)


@pytest.mark.parametrize("root", [0.5, 3.1, 10.5, 19.9])
def test_a_crossing_of_whole_numbers_is_the_first_after_the_change(root):
    (crossing,) = trace_whole(lambda x: (x - root) ** 3, 0.01)[0].crossings

    assert crossing.x == int(root) + 1
