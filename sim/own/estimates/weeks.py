"""Figures of days, whose intervals are of weeks: what comes in one is like what came before.

The mean of a day is a ratio of sums over weeks. Its variance takes in that neighbouring weeks are
alike (Newey & West 1987, *Econometrica* 55, 703-708; over how many: Lazarus, Lewis, Stock & Watson
2018, *J. Business & Economic Statistics* 36, 541-559), and its interval that this is itself
estimated (Kiefer & Vogelsang 2005, *Econometric Theory* 21, 1130-1164). Of anything else weeks are
drawn anew, several in a row at a time (Politis & Romano 1992: the circular block bootstrap).
"""

from math import ceil, exp, nan, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import special

from sim.own.resampling import SEED
from sim.own.survival import Between

Real = NDArray[np.float64]
LEAST_WEEKS = 4
"""Weeks below which nothing is said of days."""
SAMPLES = 500
UPPER = 0.975


def find_mean_of_days(sums: Real, days: Real) -> Between:
    """Find the mean of a day, with its interval.

    Parameters
    ----------
    sums, days
        Of each week, in order: what there was, and on how many days. Shape (weeks,).
    """
    weeks, mean = len(days), float(sums.sum() / days.sum())
    if mean == 0:
        return Between(0.0, 0.0, nan)
    lags = _count_lags(weeks)
    rest = sums - mean * days
    variance = float(rest @ rest)
    for lag in range(1, lags + 1):
        variance += 2 * (1 - lag / (lags + 1)) * float(rest[lag:] @ rest[:-lag])
    error = sqrt(max(variance, 0) * weeks / (weeks - 1)) / float(days.sum())
    factor = exp(_find_width(weeks, lags + 1) * error / mean)
    return Between(mean, mean / factor, mean * factor)


def _count_lags(weeks: int) -> int:
    """Count how many weeks further on a week is taken to be alike."""
    return min(ceil(1.3 * sqrt(weeks)) - 1, weeks // 4)


def _find_width(weeks: int, bandwidth: int) -> float:
    """Return how many errors half an interval has, where the error is from so few weeks."""
    part = bandwidth / weeks
    student = float(special.stdtrit(weeks - 1, UPPER)) / float(special.ndtri(UPPER))
    # Bartlett's kernel, 97.5 %: Kiefer & Vogelsang 2005, table 1.
    return student * (1.9600 + 2.9694 * part + 0.4160 * part**2 - 0.5324 * part**3)


def draw_weeks(weeks: int) -> Real:
    """Draw weeks anew, as long in a row as the cube root of their number.

    Returns
    -------
    array
        How often each week is in each sample. Shape (`SAMPLES`, weeks).
    """
    luck = np.random.default_rng(SEED)
    length = max(1, round(weeks ** (1 / 3)))
    starts = luck.integers(weeks, size=(SAMPLES, ceil(weeks / length)))
    drawn = (starts[:, :, None] + np.arange(length)) % weeks
    drawn = drawn.reshape(SAMPLES, -1)[:, :weeks] + weeks * np.arange(SAMPLES)[:, None]
    times = np.bincount(drawn.ravel(), minlength=SAMPLES * weeks).reshape(SAMPLES, weeks)
    return np.asarray(times, np.float64)


def find_log_interval(value: float, samples: Real, weeks: int) -> Between:
    """Build the interval of something above 0 from the spread of the logarithms of its samples."""
    known = samples[np.isfinite(samples) & (samples > 0)]
    if not value > 0 or len(known) < SAMPLES // 2:
        return Between(value, nan, nan)
    factor = exp(float(special.stdtrit(weeks - 1, UPPER)) * float(np.log(known).std()))
    return Between(value, value / factor, value * factor)
