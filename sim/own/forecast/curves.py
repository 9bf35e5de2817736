"""Within how many days which share of cases is done: as it came, as forecast, as it was before."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.own.forecast.fitting import find_quantiles
from sim.own.forecast.forecast import Forecast

SHARES = np.arange(0.01, 1.0, 0.01)


class Curves(NamedTuple):
    """Days within which each of `SHARES` of all cases is done; NaN beyond what is known.

    Attributes
    ----------
    observed, forecast, repeated
        As the second half came, as it was forecast, and as the first half was. Shape (shares,).
    """

    observed: NDArray[np.float64]
    forecast: NDArray[np.float64]
    repeated: NDArray[np.float64]


def find_curves(found: Forecast) -> Curves:
    """Find within how many days which share of cases is done."""
    logs = (found.second, found.simulated, found.first)
    return Curves(*(find_quantiles(log, SHARES.tolist()) for log in logs))
