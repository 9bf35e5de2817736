"""How long a case lies, of how long it waits: what ends while the service is closed waits on.

A log tells of waits as they ended, in open hours. The model draws how long a case lies, and has it
taken up once the service is open. So what is drawn has to be shorter than what is seen, or nights
and weekends would count twice.
"""

from collections.abc import Callable
from math import exp, log, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, stats

Real = NDArray[np.float64]
WEEK_DAYS = 7
DRAWS, MOMENTS = 400, 60
"""Quantiles of what is drawn, and moments of a week of open hours at which it begins."""
LEAST_DAYS = 1e-3
MOST_SIGMA = 3.0


class Open(NamedTuple):
    """When a service is open: every day from Monday on, for the same hours."""

    days_per_week: int
    opens_hour: float
    hours_per_day: float

    def draw_moments(self) -> Real:
        """Return moments of open time, evenly spread (days since Monday, 0 h)."""
        share = (np.arange(MOMENTS) + 0.5) / MOMENTS * self.days_per_week
        day = np.floor(share)
        return np.asarray(day + (self.opens_hour + (share - day) * self.hours_per_day) / 24)

    def take_up(self, moments: Real) -> Real:
        """Return when it is open from each moment on: then, or at the next opening."""
        since = moments - self.opens_hour / 24
        day = np.floor(since)
        is_open = (day % WEEK_DAYS < self.days_per_week) & (since - day < self.hours_per_day / 24)
        later = np.where(since - day < self.hours_per_day / 24, day, day + 1)
        weekday = later % WEEK_DAYS
        opens = later + np.where(weekday < self.days_per_week, 0, WEEK_DAYS - weekday)
        return np.asarray(np.where(is_open, moments, opens + self.opens_hour / 24))

    def find_waits(self, lies_days: Real) -> Real:
        """Return how long it takes until somebody takes up what lies for so long."""
        begins = self.draw_moments()[:, None]
        return np.asarray(self.take_up(begins + lies_days[None, :]) - begins)


def fit_lognormal(open_: Open, mean_days: float, median_days: float) -> tuple[float, float]:
    """Return mean and coefficient of variation of what is drawn, so that waits are as seen.

    Parameters
    ----------
    open_
        When the service is open.
    mean_days, median_days
        Of the waits that were seen.
    """
    normal = stats.norm.ppf((np.arange(DRAWS) + 0.5) / DRAWS)
    aim = np.log([max(mean_days, LEAST_DAYS), max(median_days, LEAST_DAYS)])

    def find_distance(x: Real) -> Real:
        waits = open_.find_waits(np.exp(x[0] + x[1] * normal))
        seen = [waits.mean(), np.median(waits)]
        return np.asarray(np.log(np.maximum(seen, LEAST_DAYS)) - aim)

    middle = max(min(median_days, mean_days), LEAST_DAYS)
    sigma = sqrt(max(2 * log(max(mean_days, LEAST_DAYS) / middle), 0.01))
    found = optimize.least_squares(
        find_distance,
        [log(middle), min(sigma, MOST_SIGMA)],
        bounds=([log(LEAST_DAYS) - 5, 0.05], [10, MOST_SIGMA]),
        diff_step=[0.01, 0.01],
    )
    mu, sigma = found.x
    return exp(mu + sigma**2 / 2), sqrt(exp(sigma**2) - 1)


def fit_exponential(open_: Open, mean_days: float) -> float:
    """Return the mean of what is drawn, so that the mean of the waits is as seen."""
    steps = -np.log1p(-(np.arange(DRAWS) + 0.5) / DRAWS)
    return _find_scale(lambda scale: open_.find_waits(scale * steps).mean(), mean_days)


def fit_constant(open_: Open, mean_days: float) -> float:
    """Return how long a case lies, always as long, so that the mean of the waits is as seen."""
    return _find_scale(lambda days: open_.find_waits(np.array([days])).mean(), mean_days)


def _find_scale(find_mean: Callable[[float], float], mean_days: float) -> float:
    """Find by halves what yields a mean; as little as possible where even that yields more."""
    low, high = 0.0, max(mean_days, LEAST_DAYS)
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (low, middle) if find_mean(middle) > mean_days else (middle, high)
    return (low + high) / 2
