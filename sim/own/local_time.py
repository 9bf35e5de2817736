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
MIDNIGHTS = 0.99
"""From this share of steps at midnight on, a log is taken to tell dates alone."""


def find_local_us(times_us: Times, zone: str) -> Times:
    """Return what the clocks of a place show at times of UTC, as microseconds since 1970."""
    times = pd.DatetimeIndex(times_us.view("datetime64[us]"), tz="UTC").tz_convert(zone)
    return times.tz_localize(None).to_numpy("datetime64[us]").view(np.int64)


def find_midnight_us(day: date, zone: str) -> int:
    """Return when a day begins at a place: microseconds since 1970 in UTC."""
    return int(pd.Timestamp(day, tz=zone).value) // 1_000


def has_dates_only(local_us: Times) -> bool:
    """Tell whether nearly all steps are at midnight, so that a log tells their dates alone."""
    return bool(len(local_us)) and float(np.mean(local_us % DAY_US == 0)) >= MIDNIGHTS


def weekday_of(day: Times) -> Times:
    """Return weekdays of days since 1970, Monday being 0."""
    return np.asarray((day + THURSDAY) % WEEK_DAYS)


def week_of(day: Times) -> Times:
    """Return the number of the week, from Monday on, that days since 1970 lie in."""
    return np.asarray((day + THURSDAY) // WEEK_DAYS)
