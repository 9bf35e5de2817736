"""When a service is open, as the steps of its staff show it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import DAY_US
from sim.own.local_time import WEEK_DAYS, weekday_of

Times = NDArray[np.int64]
Real = NDArray[np.float64]
BINS = 96
"""Quarters of an hour of a day."""
BIN_US = DAY_US // BINS
QUIET = 0.2
"""A quarter is quiet with fewer than this part of the steps that the busy ones have."""
BUSY_BINS = 16
"""How many quarters are the busy ones: those of four hours."""
LEAST_NIGHT_BINS = 8
"""A service whose longest quiet is shorter than these, two hours, is open round the clock."""
MOST_WEEKS = 0.5
"""What is done in a larger part of weeks than this is done in most."""
WEEKDAY_SHARE = 0.2
"""A weekday is open if it has at least this part of the steps that the three busiest have."""


class Opening(NamedTuple):
    """When a service is open, by the clocks of its place.

    Attributes
    ----------
    weekdays
        Which weekdays are open, from Monday on. Shape (7,).
    opens_us, open_us
        When a day opens, after midnight, and for how long.
    holidays
        Days since 1970 on which nobody did anything, though it was an open weekday. In order.
    """

    weekdays: NDArray[np.bool_]
    opens_us: int
    open_us: int
    holidays: Times


def find_weekdays(steps_of_weekday: Real) -> NDArray[np.bool_]:
    """Find which weekdays are open, from how many steps of the staff each has. Shape (7,)."""
    busiest = np.sort(steps_of_weekday)[-3:].mean()
    return np.asarray((steps_of_weekday >= WEEKDAY_SHARE * busiest) & (steps_of_weekday > 0))


def find_hours(steps_of_quarter: Real) -> tuple[int, int]:
    """Find when a day opens, and for how many quarters: all but the longest quiet of 24 hours.

    Rare work at night is quiet, and a quiet noon is shorter than a night.

    Parameters
    ----------
    steps_of_quarter
        Steps of the staff in each quarter of an hour of a day. Shape (`BINS`,).

    Returns
    -------
    tuple
        The first open quarter, and how many are open.
    """
    busy = np.sort(steps_of_quarter)[-BUSY_BINS // 2]  # their median: one batch does not move it
    open_bins = np.flatnonzero(steps_of_quarter >= max(QUIET * busy, 1e-9))
    if not len(open_bins):
        return 0, BINS
    quiet = np.diff(np.append(open_bins, open_bins[0] + BINS)) - 1
    nth = int(np.argmax(quiet))
    if quiet[nth] < LEAST_NIGHT_BINS:
        return 0, BINS
    return int(open_bins[(nth + 1) % len(open_bins)]), BINS - int(quiet[nth])


def find_edges(weeks_of_quarter: Real, first: int, bins: int) -> tuple[int, int]:
    """Find how many quarters before and after its hours a service may be open as well.

    Where little work is due towards closing, it fades out, and no rate of steps tells its last
    quarter. What is done there in most weeks may be within hours all the same.

    Parameters
    ----------
    weeks_of_quarter
        In which part of weeks anything is done in each quarter of an hour. Shape (`BINS`,).
    first, bins
        The first quarter of its hours, and how many these are.
    """
    closed = np.roll(weeks_of_quarter, -(first + bins))[: BINS - bins] > MOST_WEEKS
    after = int(np.argmin(np.append(closed, False)))
    before = int(np.argmin(np.append(closed[after:][::-1], False)))
    return before, after


def count_open_us(opening: Opening, local_us: Times) -> Times:
    """Return how long the service was open from 1970 until each of some local times."""
    day, since_us = np.divmod(local_us - opening.opens_us, DAY_US)
    is_open = is_open_day(opening, day)
    within_us = np.where(is_open, np.minimum(since_us, opening.open_us), 0)
    return np.asarray(_count_open_days(opening, day) * opening.open_us + within_us)


def is_open_day(opening: Opening, day: Times) -> NDArray[np.bool_]:
    """Tell whether days since 1970 are open."""
    return np.asarray(opening.weekdays[weekday_of(day)] & ~np.isin(day, opening.holidays))


def _count_open_days(opening: Opening, day: Times) -> Times:
    """Count the open days from the Monday before 1970 until before each day."""
    weeks, rest = np.divmod(day + 3, WEEK_DAYS)
    of_week = np.append(0, np.cumsum(opening.weekdays))
    before = np.searchsorted(opening.holidays, day, side="left")
    return np.asarray(weeks * of_week[-1] + of_week[rest] - before)
