"""How long a case lies at a change of hands, as the calendar has it, and what happens meanwhile.

A case that is to be taken up while the service is closed is taken up as it opens. All delays are
taken from moments spread evenly over the open hours of a week, holidays left out.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.calendar import WEEK_DAYS, Calendar
from sim.units import DAY_S

STARTS = 60
QUANTILES = 512
SPANS = 240
"""Spans of days that stand for all: as many of each."""


@dataclass(frozen=True, eq=False)
class Lying:
    """How long a case lies; of all moments and quantiles alike, shape (starts * quantiles,).

    There is one of each kind, so that what follows from it is kept.

    Attributes
    ----------
    lasts_days
        Until it is taken up, closed hours and all.
    known_days
        Until the service last was open before that.
    is_short
        Share of them over within half an open day.
    """

    lasts_days: NDArray[np.float64]
    known_days: NDArray[np.float64]
    is_short: float

    def discount(self, mean_days: float) -> float:
        """Return the chance that what comes at a constant rate has not come until then."""
        return _discount(self, mean_days)[0]

    def find_late(self, mean_days: float) -> float:
        """Return the chance that it comes while the service is closed, just before that."""
        lasts, known = _discount(self, mean_days)
        return known - lasts

    def weigh(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return some spans of days that stand for all, and how many of all each stands for."""
        longest = np.sort(self.lasts_days).reshape(SPANS, -1)
        return longest.mean(axis=1), np.full(SPANS, 1 / SPANS)


def measure_lying(delay_s: NDArray[np.int64], calendar: Calendar) -> Lying:
    """Return how long cases lie, by the quantiles of the delay."""
    middle = len(delay_s) // QUANTILES
    quantiles = tuple(delay_s.reshape(QUANTILES, middle).mean(axis=1).tolist())
    return _measure(quantiles, calendar._replace(holidays=()))


@lru_cache(maxsize=64)
def _discount(lying: Lying, mean_days: float) -> tuple[float, float]:
    lasts, known = (
        float(np.exp(-days / mean_days).mean()) for days in (lying.lasts_days, lying.known_days)
    )
    return lasts, known


@lru_cache(maxsize=64)
def _measure(delay_s: tuple[float, ...], calendar: Calendar) -> Lying:
    open_s = calendar.days_per_week * calendar.day_s
    service_s = (np.arange(STARTS) + 0.5) / STARTS * open_s
    day, within = np.divmod(service_s, calendar.day_s)
    start = day * DAY_S + within
    due = (start[:, np.newaxis] + np.array(delay_s)).ravel()
    calendar_day, since = np.divmod(due, DAY_S)
    is_open_day = calendar_day % WEEK_DAYS < calendar.days_per_week
    is_open = is_open_day & (since < calendar.day_s)
    last_open_day = calendar_day - np.maximum(
        calendar_day % WEEK_DAYS - (calendar.days_per_week - 1), 0
    )
    next_day = last_open_day + 1
    next_day += (next_day % WEEK_DAYS >= calendar.days_per_week) * (
        WEEK_DAYS - calendar.days_per_week
    )
    taken_up = np.where(is_open, due, next_day * DAY_S)
    known = np.where(is_open, due, last_open_day * DAY_S + calendar.day_s)
    began = np.repeat(start, len(delay_s))
    lasts_s = taken_up - began
    is_short = float((lasts_s < calendar.day_s / 2).mean())
    return Lying(lasts_s / DAY_S, np.maximum(known - began, 0) / DAY_S, is_short)
