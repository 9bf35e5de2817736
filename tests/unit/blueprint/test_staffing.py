"""Who belongs to which pool and works which shift."""

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.blueprint.groups import Layout, Roster
from sim.blueprint.staffing import PATTERN_LENGTH, backlog_s
from sim.calendar import Calendar
from sim.units import MILLION
from tests.builders import build_scenario

EARLY = '{starts_hours={is=0,from="assumed"},hours={is=5,from="assumed"},share={is=0.7,from="off"}}'
LATE = '{starts_hours={is=3,from="assumed"},hours={is=5,from="assumed"},share={is=0.3,from="off"}}'
TWO_SHIFTS = f"staff.shifts=[{EARLY},{LATE}]"


def layout(*changes: str, design: str = "functionalised") -> Layout:
    return build_blueprint(build_scenario(*changes), design).layout


def roster(*changes: str) -> Roster:
    return build_blueprint(build_scenario(*changes), "functionalised").roster


@pytest.mark.parametrize("total", [4, 7, 10, 23])
@pytest.mark.parametrize("design", ["functionalised", "absorbing"])
def test_both_designs_place_the_whole_staff(total: int, design: str) -> None:
    assert len(layout(f"staff.total={total}", design=design).worker_pool) == total


def test_pools_are_staffed_by_their_shares() -> None:
    # front office 0.2, intake 0.3, assess 0.5 of 10
    assert np.bincount(layout().worker_pool).tolist() == [2, 3, 5]


def test_what_is_left_over_goes_to_the_largest_remainders() -> None:
    # of 13: 2.6, 3.9, 6.5 - two left over, to 0.9 and 0.6
    assert np.bincount(layout("staff.total=13").worker_pool).tolist() == [3, 4, 6]


def test_without_a_front_office_there_is_no_pool_for_it() -> None:
    plain = layout("functionalised.centralisation.front_office_staff=0")
    assert (plain.has_front, plain.functions) == (0, 2)
    assert set(plain.worker_pool.tolist()) == {0, 1}


def test_each_team_has_pools_of_its_own() -> None:
    # two teams of 10, each as a service of 10: pools 0 to 2 and 3 to 5
    two = layout("staff.total=20", "designs.centralisation.teams=2")
    assert np.bincount(two.worker_pool).tolist() == [2, 3, 5, 2, 3, 5]


def test_the_first_teams_take_one_more_where_staff_do_not_divide() -> None:
    assert np.bincount(layout("staff.total=11", design="absorbing").worker_pool).tolist() == [6, 5]


def test_a_contractor_employs_its_share_of_each_pool() -> None:
    half = layout("staff.total=20", "functionalised.outsourcing.share=0.5")
    assert np.bincount(half.worker_pool, half.outsourced).tolist() == [2, 3, 5]
    assert not layout().outsourced.any()


def test_shares_of_content_are_millionths_that_add_up() -> None:
    assert layout().share_ppm.tolist() == [400_000, 600_000]
    assert layout(design="absorbing").share_ppm.tolist() == [MILLION]


def test_one_shift_begins_with_the_day() -> None:
    one = roster()
    assert (one.shift_start_s.tolist(), one.shift_end_s.tolist()) == ([0], [8 * 3_600])
    assert one.boundary_s.tolist() == [0]


def test_somebody_comes_or_goes_at_each_boundary() -> None:
    two = roster(TWO_SHIFTS)
    assert two.shift_start_s.tolist() == [0, 3 * 3_600]
    assert two.shift_end_s.tolist() == [5 * 3_600, 8 * 3_600]
    assert two.boundary_s.tolist() == [0, 3 * 3_600, 5 * 3_600]


def test_the_pattern_holds_the_shares_and_spreads_them() -> None:
    pattern = roster(TWO_SHIFTS).pattern
    assert np.bincount(pattern).tolist() == [14, 6]
    assert len(pattern) == PATTERN_LENGTH
    for start in range(PATTERN_LENGTH):
        some = np.take(pattern, range(start, start + 10), mode="wrap")
        assert 2 <= some.sum() <= 4


def test_a_backlog_of_a_week_is_a_week_of_opening_hours() -> None:
    assert backlog_s(7, Calendar(5, 8 * 3_600, 8 * 3_600)) == 5 * 8 * 3_600
    assert backlog_s(7, Calendar(7, 0, 86_400)) == 7 * 86_400


def test_a_backlog_is_never_nothing() -> None:
    assert backlog_s(0, Calendar(5, 8 * 3_600, 8 * 3_600)) == 1


def test_a_design_may_have_a_number_of_its_own() -> None:
    own = "absorbing.staff.total=7"
    assert len(layout(own, design="absorbing").worker_pool) == 7
    assert len(layout(own).worker_pool) == 10
    assert len(layout(own, "absorbing.staff.total=none", design="absorbing").worker_pool) == 10
    taken = layout(own, "functionalised.staff=absorbing")
    assert len(taken.worker_pool) == 7


def test_holidays_are_no_days_of_a_mean_week() -> None:
    pressed = ("loops.pressure_days=7", "loops.erosion_weeks=20")
    plain, closed = (
        build_blueprint(build_scenario(*pressed, *more), "functionalised")
        for more in ((), ("calendar.holidays=sweden",))
    )
    assert plain.pressure.backlog_s == 5 * plain.calendar.day_s
    assert closed.pressure.backlog_s / plain.pressure.backlog_s == pytest.approx(0.963, abs=0.002)
    assert (plain.pressure.erosion_days, closed.pressure.erosion_days) == (100, 96)
