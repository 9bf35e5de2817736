"""Means of days, their spread, and shares of them, each with its 95 % interval.

Days are taken to be independent of each other once it is known which weekday they are. Where busy
weeks follow busy ones, the intervals are too narrow.
"""

import math

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from sim.message import Message
from sim.own.estimate import Estimate

UP_TO = 0.975
TOO_FEW = Message("fewer than two days of a weekday: how days vary cannot be told")
ONE_DAY = Message("one day: how days vary cannot be told")
Numbers = NDArray[np.int64]
Weekdays = NDArray[np.int32]


def cannot_say(name: str, why: Message) -> Estimate:
    """Return an estimate of what the data cannot say."""
    return Estimate(name, math.nan, math.nan, math.nan, 0, why)


def _widen(name: str, value: float, error: float, freedom: int, observed: int) -> Estimate:
    """Return an estimate with Student's interval, which ends at 0."""
    half = error * float(stats.t.ppf(UP_TO, freedom))
    return Estimate(name, value, max(0.0, value - half), value + half, observed)


def estimate_mean(name: str, count: Numbers, weekday: Weekdays) -> Estimate:
    """Estimate the mean of an open day: that of the weekdays' means, each weekday once a week.

    Its error is that of a stratified mean, so what is over-dispersed widens it.
    """
    if not len(count):
        return cannot_say(name, Message("nothing came on any day of the file"))
    groups = [count[weekday == day] for day in np.unique(weekday)]
    mean = float(np.mean([group.mean() for group in groups]))
    freedom = len(count) - len(groups)
    if freedom < 1:
        return Estimate(name, mean, math.nan, math.nan, len(count), TOO_FEW)
    variance = _pool_variance(groups, freedom)
    error = math.sqrt(sum(variance / len(group) for group in groups)) / len(groups)
    return _widen(name, mean, error, freedom, len(count))


def _pool_variance(groups: list[Numbers], freedom: int) -> float:
    """Return the variance of days around the mean of their weekday."""
    return float(sum(((group - group.mean()) ** 2).sum() for group in groups) / freedom)


def estimate_dispersion(count: Numbers, weekday: Weekdays) -> Estimate:
    """Estimate the variance of a day over its mean, what weekdays explain left out: 1 if Poisson.

    It is Pearson's statistic over its degrees of freedom, with the interval of a chi-square.
    """
    name = "dispersion"
    groups = [count[weekday == day] for day in np.unique(weekday)]
    freedom = len(count) - len(groups)
    if freedom < 1:
        return cannot_say(name, TOO_FEW)
    pearson = sum(((group - group.mean()) ** 2 / group.mean()).sum() for group in groups)
    low, high = (float(pearson / stats.chi2.ppf(end, freedom)) for end in (UP_TO, 1 - UP_TO))
    return Estimate(name, float(pearson / freedom), low, high, len(count))


def estimate_factors(
    count: Numbers, weekday: Weekdays, open_weekdays: list[int]
) -> dict[int, Estimate]:
    """Estimate how many times those of a mean open day come on each open weekday."""
    means = {day: count[weekday == day] for day in open_weekdays}
    if not means:
        return {}
    middle = float(np.mean([group.mean() for group in means.values()]))
    return {day: _estimate_factor(group, middle) for day, group in means.items()}


def _estimate_factor(group: Numbers, middle: float) -> Estimate:
    name, days = "weekday_factor", len(group)
    factor = float(group.mean()) / middle
    if days < 2:
        return Estimate(name, factor, math.nan, math.nan, days, ONE_DAY)
    error = float(group.std(ddof=1)) / math.sqrt(days) / middle
    return _widen(name, factor, error, days - 1, days)


def estimate_ratio(name: str, part: Numbers, whole: Numbers) -> Estimate:
    """Estimate a share of all that came, by days: a ratio estimate (Cochran 1977, chapter 6)."""
    days, share = len(whole), float(part.sum() / whole.sum())
    if days < 2:
        return Estimate(name, share, math.nan, math.nan, days, ONE_DAY)
    rest = part - share * whole
    error = math.sqrt(float((rest**2).sum()) * days / (days - 1)) / float(whole.sum())
    return _widen(name, share, error, days - 1, days)
