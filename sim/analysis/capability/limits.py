"""The limits of an XmR chart, and how many values lie beyond them: they are no promise.

An XmR chart tells what a process does of itself from what something has done to it. Its limits are
three standard deviations as neighbouring values tell them; of times, which have a long tail, more
lie beyond than of values that scatter evenly. So the times that one in two, in ten and in twenty
exceed stand beside them.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.measures.reading import XMR_FACTOR, exceeded_by_one_in

Values = NDArray[np.float64]
LEAST_VALUES = 20
"""Fewer tell no limit, nor what one in twenty exceeds (Wheeler 1993 asks for as many)."""


class Limits(NamedTuple):
    """What a service does within some days, in the unit of the values."""

    size: int
    """How many values there are."""
    mean: float
    mean_moving_range: float
    lower: float
    """Lower natural process limit; below 0 there is none, and it is 0."""
    upper: float
    """Upper natural process limit."""
    median: float
    """Half of the values exceed it at most; so with the next two."""
    p90: float
    p95: float
    beyond_share: float
    """Share of the values above the upper limit."""


def find_limits(values: Values) -> Limits | None:
    """Find the limits of values in the order in which they came about; `None` of too few.

    Natural process limits are mean ± 2.66 × mean moving range (Shewhart 1931; Wheeler 1993; report
    §8.2, §9.1: "predictably up to").

    Parameters
    ----------
    values
        One for each case, shape (cases,); none is negative.
    """
    if len(values) < LEAST_VALUES:
        return None
    mean, moving_range = float(values.mean()), float(np.abs(np.diff(values)).mean())
    upper = mean + XMR_FACTOR * moving_range
    rising = np.sort(values)
    median, p90, p95 = (exceeded_by_one_in(one_in, rising).value or 0.0 for one_in in (2, 10, 20))
    return Limits(
        size=len(values),
        mean=mean,
        mean_moving_range=moving_range,
        lower=max(mean - XMR_FACTOR * moving_range, 0.0),
        upper=upper,
        median=median,
        p90=p90,
        p95=p95,
        beyond_share=float((values > upper).mean()),
    )
