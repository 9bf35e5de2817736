"""The upper natural process limit of an XmR chart."""

import numpy as np
from numpy.typing import NDArray

from sim.ledger.columns import Narrow, Whole
from sim.measures.reading import Reading

XMR_FACTOR = 2.66
"""Three standard deviations, in mean moving ranges: 3 / 1.128 (Wheeler 1993)."""


def upper_limit(values: NDArray[np.float64] | Whole | Narrow, reason: str) -> Reading:
    """Return mean + 2.66 × mean moving range of values in their order.

    Parameters
    ----------
    values
        At least two.
    reason
        Why there are fewer.
    """
    if len(values) < 2:
        return Reading(None, reason)
    moving_range = np.abs(values[1:] - values[:-1]).mean()
    return Reading(float(values.mean() + XMR_FACTOR * moving_range))
