"""Confidence intervals: Student's t over replications, paired for differences.

Replications are independent of each other, so their means are a sample; with few of them the
normal distribution would be too narrow (Law 2015, *Simulation Modeling and Analysis*, 5th ed.,
9.4.1). The two designs of one replication share their citizens, so a difference is taken within
each replication and then averaged (10.2): what the luck adds to both cancels out.
"""

from collections.abc import Sequence
from functools import cache
from math import sqrt

import numpy as np
from scipy import special

from sim.results import Interval

CONFIDENCE = 0.95
LEAST_VALUES = 2


def build_interval(values: Sequence[float]) -> Interval:
    """Return the mean of at least two replications with its interval.

    Parameters
    ----------
    values
        One value for each replication.
    """
    if len(values) < LEAST_VALUES:
        raise ValueError(f"an interval needs at least {LEAST_VALUES} values, found {len(values)}")
    sample = np.array(values)
    mean = float(sample.mean())
    error = float(sample.std(ddof=1)) / sqrt(len(values))
    half = _student(len(values) - 1) * error
    return Interval(mean, mean - half, mean + half)


@cache
def _student(freedom: int) -> float:
    """Return the quantile of Student's t that both ends of an interval lie at."""
    return float(special.stdtrit(freedom, (1 + CONFIDENCE) / 2))


def build_known_interval(values: Sequence[float | None]) -> Interval | None:
    """Return the interval over the replications in which a measure applies; `None` if too few."""
    known = [value for value in values if value is not None]
    return build_interval(known) if len(known) >= LEAST_VALUES else None


def subtract(first: Sequence[float | None], second: Sequence[float | None]) -> list[float | None]:
    """Return second less first of each replication, where both apply."""
    pairs = zip(first, second, strict=True)
    return [None if a is None or b is None else b - a for a, b in pairs]
