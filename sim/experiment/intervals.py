"""Confidence intervals: Student's t over replications, paired for differences.

Replications are independent of each other, so their means are a sample; with few of them the
normal distribution would be too narrow (Law 2015, *Simulation Modeling and Analysis*, 5th ed.,
9.4.1). The two designs of one replication share their citizens, so a difference is taken within
each replication and then averaged (10.2): what the luck adds to both cancels out.

A share lies between 0 and 1, and days, money and counts are not below 0; an interval that is as
long on both sides of the mean need not know it. So the interval is built where there are no bounds,
of the logarithm of the mean or of its log odds, by the delta method, and taken back (Casella &
Berger 2002, *Statistical Inference*, 2nd ed., 5.5.4). The mean stays the mean.

Where no replication saw an event there is no spread to go by. There the interval ends at the chance
with which so many tries would show none in 2.5 % of cases (Clopper & Pearson 1934, *Biometrika* 26,
404-413; for counts, which have no most, Garwood 1936, *Biometrika* 28, 437-442). This takes events
to come one by one; where they come several at a time it is a little too short.
"""

from collections.abc import Sequence
from functools import cache
from math import exp, expm1, log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import special

from sim.measures import Scale
from sim.results import Interval

Values = NDArray[np.float64]
"""A value for each replication."""
CONFIDENCE = 0.95
LEAST_VALUES = 2
FEW_REPLICATIONS = 5
"""With fewer, intervals hold what is frequent as often, if they are wide; what is rare they may
miss: some values are alike by chance (`docs/credibility.md`). Whoever reads them is told."""


def build_interval(values: Values | Sequence[float], scale: Scale = Scale.LINE) -> Interval:
    """Return the mean of at least two replications with its interval, within the scale's bounds."""
    if len(values) < LEAST_VALUES:
        raise ValueError(f"an interval needs at least {LEAST_VALUES} values, found {len(values)}")
    sample = np.asarray(values)
    mean = float(sample.mean())
    error = float(sample.std(ddof=1)) / sqrt(len(values))
    half = _student(len(values) - 1) * error
    return _BUILD[_fitting(scale, sample)](mean, half)


@cache
def _student(freedom: int) -> float:
    """Return the quantile of Student's t that both ends of an interval lie at."""
    return float(special.stdtrit(freedom, (1 + CONFIDENCE) / 2))


def _fitting(scale: Scale, sample: Values) -> Scale:
    """Return the scale; a wider one where a value lies outside, such as a utilisation above 1."""
    if scale is Scale.SHARE and sample.max() > 1:
        scale = Scale.AMOUNT
    return Scale.LINE if sample.min() < 0 else scale


def _on_line(mean: float, half: float) -> Interval:
    return Interval(mean, mean - half, mean + half)


def _above_0(mean: float, half: float) -> Interval:
    if mean == 0 or half == 0:
        return Interval(mean, mean, mean)
    factor = exp(half / mean)
    return Interval(mean, mean / factor, mean * factor)


def _within_0_and_1(mean: float, half: float) -> Interval:
    if mean in (0, 1) or half == 0:
        return Interval(mean, mean, mean)
    odds, factor = mean / (1 - mean), exp(half / (mean * (1 - mean)))
    return Interval(mean, odds / (odds + factor), odds / (odds + 1 / factor))


_BUILD = {
    Scale.LINE: _on_line,
    Scale.AMOUNT: _above_0,
    Scale.COUNT: _above_0,
    Scale.SHARE: _within_0_and_1,
}
_EDGES = {Scale.COUNT: (0.0,), Scale.SHARE: (0.0, 1.0)}
"""Values at which nothing was seen, on scales on which it can be said how much was looked at."""


def build_known_interval(
    values: Values, scale: Scale = Scale.LINE, wholes: Values | None = None
) -> Interval | None:
    """Return the interval over the replications that are not NaN; `None` if they are too few.

    Parameters
    ----------
    values
        A value for each replication.
    scale
        Between which bounds they lie.
    wholes
        Of how many each value is a part: cases, contacts, months; NaN where that is not known.
    """
    is_known = ~np.isnan(values)
    known = values[is_known]
    if len(known) < LEAST_VALUES:
        return None
    unseen = 0.0 if wholes is None else find_unseen(known, scale, wholes[is_known])
    if unseen:
        return Interval(1.0, 1 - unseen, 1.0) if known[0] else Interval(0.0, 0.0, unseen)
    return build_interval(known, scale)


def find_unseen(values: Values, scale: Scale, wholes: Values) -> float:
    """Return how much there may be of what no replication saw; 0 where one did, or nobody knows.

    Where a share is 1 in all, it is of its failures that none was seen.
    """
    tries = float(wholes.sum())
    is_unseen = any((values == edge).all() for edge in _EDGES.get(scale, ()))
    if not is_unseen or not tries > 0:
        return 0.0
    events = -log((1 - CONFIDENCE) / 2) / tries
    return -expm1(-events) if scale is Scale.SHARE else events
