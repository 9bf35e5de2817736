"""Parts of a whole, with the uncertainty of both.

The part and the whole of one replication belong together, so a ratio of their means is more certain
than either. Its standard error is that of the residuals part - ratio x whole, over the whole's mean
(Cochran 1977, *Sampling Techniques*, 3rd ed., ch. 6).
"""

import numpy as np
from numpy.typing import NDArray

from sim.experiment.intervals import build_interval
from sim.results import Interval

Sample = NDArray[np.float64]
"""A value for each replication."""


def is_sure(difference: Interval) -> bool:
    """Tell whether a difference is more than chance: its interval is on one side of 0."""
    return difference.low > 0 or difference.high < 0


def part_of(part: Sample, whole: Sample) -> Interval | None:
    """Return a part of a whole; `None` where the whole could be chance.

    Parameters
    ----------
    part, whole
        A value of each for each replication.
    """
    mean = build_interval(whole.tolist())
    if not is_sure(mean):
        return None
    ratio = float(part.mean()) / mean.mean
    residuals = build_interval((part - ratio * whole).tolist())
    half = residuals.half_width / abs(mean.mean)
    return Interval(ratio, ratio - half, ratio + half)
