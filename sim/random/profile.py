"""The profile of a day: at which seconds things happen whose hours have weights."""

import numpy as np
from numpy.typing import NDArray

from sim.random.tables import SLICES
from sim.units import HOUR_S


def profile_s(u: NDArray[np.float64], weights: tuple[float, ...], day_s: int) -> NDArray[np.int64]:
    """Turn draws into whole seconds of the open day: quantiles, even within an hour.

    Parameters
    ----------
    u
        Numbers in [0, 1).
    weights
        Of each hour from opening on, not all of them 0; the last hour may be cut short.
    day_s
        Length of the open day (s).
    """
    edges_s = np.minimum(np.arange(len(weights) + 1) * HOUR_S, day_s)
    below = np.cumsum(np.append(0.0, np.diff(edges_s) * np.array(weights)))
    seconds = np.interp(u, below / below[-1], edges_s)
    return np.minimum(seconds.astype(np.int64), day_s - 1)


def profile_table(weights: tuple[float, ...], day_s: int) -> NDArray[np.int64]:
    """Return the seconds of the open day in the middle of each slice of a draw, shape (4096,)."""
    table = profile_s((np.arange(SLICES) + 0.5) / SLICES, weights, day_s)
    table.setflags(write=False)
    return table
