"""How long things last of which some are not over yet: Kaplan and Meier's estimator.

Kaplan & Meier 1958, *Journal of the American Statistical Association* 53, 457-481. Its variance is
Greenwood's; intervals are built of the logarithm of minus the logarithm of what is left, so that
they stay between 0 and 1 (Kalbfleisch & Prentice 2002, *The Statistical Analysis of Failure Time
Data*, 2nd ed., 1.4), and those of quantiles are read off them (Brookmeyer & Crowley 1982,
*Biometrics* 38, 29-41).
"""

from math import exp, inf, nan, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.own.resampling import NORMAL

Real = NDArray[np.float64]


class Between(NamedTuple):
    """A value with both ends of its 95 % interval; NaN where it cannot be told."""

    value: float
    low: float
    high: float


class Survival(NamedTuple):
    """What is left after each time at which something ended.

    Attributes
    ----------
    times
        At which something ended, in order. Shape (times,).
    left
        Share that lasts longer than each. Shape (times,).
    spread
        Greenwood's sum: the variance of ``left`` over its square; infinite where nothing is left.
        Shape (times,).
    longest
        The longest time for which anything was followed.
    is_open
        Whether something may have lasted longer than that.
    """

    times: Real
    left: Real
    spread: Real
    longest: float
    is_open: bool

    def left_before(self, times: Real) -> Real:
        """Return the share that lasts until each of some times, or longer. Shape as given."""
        return np.append(1.0, self.left)[np.searchsorted(self.times, times, side="left")]


def find_survival(lasted: Real, has_ended: NDArray[np.bool_]) -> Survival:
    """Estimate how long things last.

    Parameters
    ----------
    lasted
        How long each lasted, or was followed. Shape (things,), at least one.
    has_ended
        Whether it ended then, or was still there. Shape (things,).

    Raises
    ------
    ValueError
        If there is nothing.
    """
    if not len(lasted):
        raise ValueError("of nothing it cannot be said how long it lasts")
    times, ended = np.unique(lasted[has_ended], return_counts=True)
    there = len(lasted) - np.searchsorted(np.sort(lasted), times, side="left")
    left = np.cumprod(1 - ended / there, dtype=np.float64)
    rest = there - ended
    steps = np.divide(ended, there * rest, out=np.full(len(times), inf), where=rest > 0)
    is_open = not len(left) or left[-1] > 0
    return Survival(times, left, np.cumsum(steps), float(lasted.max()), is_open)


def find_quantile(survival: Survival, share: float) -> Between:
    """Find the time within which a share of all end.

    Where fewer are known to end, it is NaN; where its upper end is not known, that is infinite.
    """
    low, high = _find_band(survival)
    at = [_first_at_most(survival.times, left, 1 - share) for left in (survival.left, low, high)]
    if at[0] == inf:
        return Between(nan, nan, nan)
    return Between(at[0], at[1], at[2])


def _find_band(survival: Survival) -> tuple[Real, Real]:
    """Return both ends of the interval of what is left after each time."""
    left = survival.left
    is_inside = (left > 0) & (left < 1)
    logs = np.log(np.where(is_inside, left, 0.5))
    spread = np.where(is_inside, survival.spread, 0)
    half = NORMAL * np.sqrt(spread) / np.abs(logs)
    low, high = np.exp(logs * np.exp(half)), np.exp(logs * np.exp(-half))
    # Where nothing is left, the interval of the time before is the last that is known.
    high = np.where(is_inside, high, np.where(left == 0, np.append(1.0, high[:-1])[: len(left)], 1))
    return np.where(is_inside, low, left), high


def _first_at_most(times: Real, left: Real, share: float) -> float:
    is_there = left <= share + 1e-12  # what is left is a product, and a little off
    return float(times[np.argmax(is_there)]) if is_there.any() else inf


def find_mean(survival: Survival) -> Between:
    """Find the mean time; where some are still open at the longest, the mean up to that time.

    The variance is that of Kaplan and Meier (1958, eq. 6c); the interval is built of the logarithm.
    """
    times = np.append(survival.times, survival.longest)
    widths = np.diff(times, prepend=0.0)
    areas = widths * np.append(1.0, survival.left)
    mean = float(areas.sum())
    later = mean - np.cumsum(areas)[:-1]  # area after each time at which something ended
    steps = np.diff(survival.spread, prepend=0.0)
    is_known = np.isfinite(steps)  # after the last there is no area, so that nothing is lost
    error = sqrt(float(np.sum(later[is_known] ** 2 * steps[is_known])))
    if mean <= 0:
        return Between(mean, mean, mean)
    factor = exp(NORMAL * error / mean)
    return Between(mean, mean / factor, mean * factor)
