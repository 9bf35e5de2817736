"""Who belongs to which pool and works which shift."""

from math import ceil, expm1

import numpy as np
from numpy.typing import NDArray

from sim.blueprint.groups import Layout, Roster
from sim.blueprint.pools import list_premiums
from sim.calendar import WEEK_DAYS, Calendar
from sim.design import Design, Function
from sim.random import factor_table
from sim.scenario import Scenario
from sim.units import HOUR_S, MILLION, YEAR_DAYS, ppm, seconds_of_days, split_whole

PATTERN_LENGTH = 20
"""Places of the shift pattern: shares of shifts are kept to a twentieth."""


def build_layout(design: Design, staff: int, places: int) -> Layout:
    """Place the staff of a design into its pools; who comes later belongs to the last of them."""
    central, functions = design.centralisation, design.functions.pools
    has_front = int(central.front_office_staff.value > 0)
    front = [central.front_office_staff.value] if has_front else []
    shares = [*front, *(function.staff.value for function in functions)]
    teams = int(central.teams.value)
    pools, outsourced = _place(staff, teams, shares, design.outsourcing.share.value)
    empty = places - staff
    return Layout(
        teams=teams,
        has_front=has_front,
        functions=len(functions),
        share_ppm=whole([ppm(function.share.value) for function in functions]),
        worker_pool=whole(pools + pools[-1:] * empty),
        outsourced=whole(outsourced + [0] * empty),
        premium_ppm=whole(list(list_premiums(design))),
        picks_up=int(any(function.pick_up_days.value > 0 for function in functions)),
        pick_up_s=whole(np.stack([_pick_up(function) for function in functions])),
        bankruptcy=design.outsourcing.bankruptcies_per_day.value,
        placed_by_load=central.placed_by_load.value,
        lends=central.lends.value,
    )


def _pick_up(function: Function) -> NDArray[np.int64]:
    mean_s = seconds_of_days(function.pick_up_days.value)
    return mean_s * factor_table(function.pick_up_cv.value) // MILLION


def _place(
    staff: int, teams: int, shares: list[float], outsourced: float
) -> tuple[list[int], list[int]]:
    """Return each worker's pool, and whether a contractor employs them: teams first, then pools."""
    pools: list[int] = []
    contract: list[int] = []
    for team, in_team in enumerate(split_whole(staff, [1] * teams)):
        for place, count in enumerate(split_whole(in_team, [ppm(share) for share in shares])):
            pools += [team * len(shares) + place] * count
            own = count - round(count * outsourced)
            contract += [0] * own + [1] * (count - own)
    return pools, contract


def build_roster(scenario: Scenario, design: Design, calendar: Calendar, employed: int) -> Roster:
    """Turn the shifts of a scenario into times of the open day and a pattern over weeks."""
    staff, shocks = scenario.staff, [s for s in scenario.shock if s.what == "staff"]
    starts = [round(shift.starts_hours.value * HOUR_S) for shift in staff.shifts]
    ends = [
        min(start + round(shift.hours.value * HOUR_S), calendar.day_s)
        for start, shift in zip(starts, staff.shifts, strict=True)
    ]
    places = split_whole(PATTERN_LENGTH, [ppm(shift.share.value) for shift in staff.shifts])
    return Roster(
        shift_start_s=whole(starts),
        shift_end_s=whole(ends),
        pattern=whole(_spread(places)),
        boundary_s=whole(sorted({0, *starts, *(end for end in ends if end < calendar.day_s)})),
        employed=employed,
        days_on=int(staff.days_on_per_week.value),
        absence=staff.absence.value,
        turnover=_chance_to_leave(staff.turnover_per_year.value, calendar),
        share_of_time=staff.share_of_time.value,
        temps=int(staff.temps.value),
        cover=design.centralisation.cover_by_temps.value,
        shock_from_day=whole([_open_day(s.from_day.value, calendar) for s in shocks]),
        shock_until_day=whole(
            [_open_day(s.from_day.value + s.days.value, calendar) for s in shocks]
        ),
        shock_chance=real([s.factor.value for s in shocks]),
    )


def _open_day(day: float, calendar: Calendar) -> int:
    return calendar.open_days(int(day))


def _chance_to_leave(per_year: float, calendar: Calendar) -> float:
    """Return the chance on an open day of what has a rate per year."""
    open_days = YEAR_DAYS * calendar.open_days_per_week / WEEK_DAYS
    return -expm1(-per_year / open_days)


def _spread(places: list[int]) -> list[int]:
    """Spread shifts evenly over the pattern, so that every few workers hold their shares."""
    slots = [
        ((2 * nth + 1) / (2 * count), shift)
        for shift, count in enumerate(places)
        for nth in range(count)
    ]
    return [shift for _, shift in sorted(slots)]


def backlog_s(days: float, calendar: Calendar) -> int:
    """Seconds of work per member of staff that make a backlog of so many calendar days."""
    return max(ceil(days * calendar.day_s * calendar.open_days_per_week / 7), 1)


def whole(values: list[int] | NDArray[np.int64]) -> NDArray[np.int64]:
    """Return a read-only array of whole numbers."""
    array = np.array(values, np.int64)
    array.setflags(write=False)
    return array


def real(values: list[float] | NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a read-only array of real numbers."""
    array = np.array(values, np.float64)
    array.setflags(write=False)
    return array
