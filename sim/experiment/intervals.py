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
from numpy.typing import NDArray
from scipy import special

from sim.results import Interval

Values = NDArray[np.float64]
"""A value for each replication."""
CONFIDENCE = 0.95
LEAST_VALUES = 2


def build_interval(values: Values | Sequence[float]) -> Interval:
    """Return the mean of at least two replications with its interval."""
    if len(values) < LEAST_VALUES:
        raise ValueError(f"an interval needs at least {LEAST_VALUES} values, found {len(values)}")
    sample = np.asarray(values)
    mean = float(sample.mean())
    error = float(sample.std(ddof=1)) / sqrt(len(values))
    half = _student(len(values) - 1) * error
    return Interval(mean, mean - half, mean + half)


@cache
def _student(freedom: int) -> float:
    """Return the quantile of Student's t that both ends of an interval lie at."""
    return float(special.stdtrit(freedom, (1 + CONFIDENCE) / 2))


def build_known_interval(values: Values) -> Interval | None:
    """Return the interval over the replications that are not NaN; `None` if they are too few."""
    known = values[~np.isnan(values)]
    return build_interval(known) if len(known) >= LEAST_VALUES else None
