"""Arrivals: how many cases begin on a working day, and how unevenly.

A case that begins while it is closed counts on the next open day, on which somebody can take it up.
"""

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.estimate import Estimate
from sim.own.estimates.seen import Seen, say_nothing, sum_by_week
from sim.own.estimates.weeks import (
    LEAST_WEEKS,
    draw_weeks,
    find_log_interval,
    find_mean_of_days,
)
from sim.own.local_time import week_of
from sim.own.resampling import divide

Real = NDArray[np.float64]
NAMES = ("arrivals_per_day", "dispersion")
FEW_WEEKS = Message("the log tells of fewer than {least} weeks", least=LEAST_WEEKS)
NEVER_OPEN = Message("no step is by the staff, so that it is not known when it is open")


def find_arrivals(seen: Seen) -> list[Estimate]:
    """Estimate arrivals on a working day, and the variance of their number over its mean."""
    days = seen.open_days
    why = why_no_days(days)
    if why is not None:
        return [say_nothing(name, len(days), why) for name in NAMES]
    nth = np.minimum(np.searchsorted(days, seen.arrival_day), len(days) - 1)
    daily = np.bincount(nth, minlength=len(days)).astype(float)
    ones = np.ones(len(days))
    sums = np.column_stack([sum_by_week(days, part) for part in (ones, daily, daily**2)])
    sums = sums[sums[:, 0] > 0]
    mean = find_mean_of_days(sums[:, 1], sums[:, 0])
    times = draw_weeks(len(sums))
    value = float(_find_dispersion(sums.sum(axis=0)[None])[0])
    spread = find_log_interval(value, _find_dispersion(times @ sums), len(sums))
    return [
        Estimate(name, *figure, len(days))
        for name, figure in zip(NAMES, (mean, spread), strict=True)
    ]


def why_no_days(days: NDArray[np.int64]) -> Message | None:
    """Say why nothing can be said of working days, if so."""
    if not len(days):
        return NEVER_OPEN
    return FEW_WEEKS if len(np.unique(week_of(days))) < LEAST_WEEKS else None


def _find_dispersion(sums: Real) -> Real:
    """Return variance over mean, of sums of ones, numbers and their squares. Shape (samples,)."""
    days, total, squares = sums.T
    variance = divide(squares - divide(total**2, days), days - 1)
    return divide(variance, divide(total, days))
