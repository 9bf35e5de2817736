"""Times of a log by the clocks of its place."""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.own.caselog import DAY_US

Times = NDArray[np.int64]
WEEK_DAYS = 7
THURSDAY = 3
"""On which weekday 1970 began, Monday being 0."""
ALMOST_ALL = 0.95
"""From this share of steps at one time of day on, a log is taken to tell dates alone."""


def find_local_us(times_us: Times, zone: str) -> Times:
    """Return what the clocks of a place show at times of UTC, as microseconds since 1970."""
    times = pd.DatetimeIndex(times_us.view("datetime64[us]"), tz="UTC").tz_convert(zone)
    return times.tz_localize(None).to_numpy("datetime64[us]").view(np.int64)


def find_midnight_us(day: date, zone: str) -> int:
    """Return when a day begins at a place: microseconds since 1970 in UTC."""
    return int(pd.Timestamp(day, tz=zone).value) // 1_000


def find_commonest(of_day: Times) -> tuple[int, float]:
    """Return the commonest time of day (microseconds), and its share; of at least one."""
    values, counts = np.unique(of_day, return_counts=True)
    at = int(np.argmax(counts))
    return int(values[at]), float(counts[at] / len(of_day))


def has_dates_only(times_us: Times, zone: str) -> bool:
    """Tell whether nearly all steps are at one time of day, here or in UTC: dates put as times."""
    clocks = (find_local_us(times_us, zone), times_us)
    return bool(len(times_us)) and any(
        find_commonest(clock % DAY_US)[1] >= ALMOST_ALL for clock in clocks
    )


def weekday_of(day: Times) -> Times:
    """Return weekdays of days since 1970, Monday being 0."""
    return np.asarray((day + THURSDAY) % WEEK_DAYS)


def week_of(day: Times) -> Times:
    """Return the number of the week, from Monday on, that days since 1970 lie in."""
    return np.asarray((day + THURSDAY) // WEEK_DAYS)
