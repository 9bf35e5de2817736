"""How sure figures of many cases are, fast enough for a million steps.

Where cases are independent, they are drawn anew with replacement (Efron & Tibshirani 1993, *An
Introduction to the Bootstrap*, ch. 6), always with the same luck, so that a file has the same
intervals each time. What is asked for is made of sums over cases; beyond some thousands of cases,
they are dealt by chance into as many heaps, and heaps are drawn: the sums of heaps are as
independent as those of cases. Where cases wait in one queue they are not, and errors are those of
stretches of cases (`find_errors`).
"""

from math import exp, log

import numpy as np
from numpy.typing import NDArray
from scipy import special

Real = NDArray[np.float64]
SAMPLES, HEAPS, SEED = 1_000, 2_000, 1
TAILS = (0.025, 0.975)
"""Ends of a 95 % interval."""
STRETCHES, WHOLE = 8, 0.85
"""Into how many stretches cases are cut that wait in one queue, and which part of them: the first.
Of more, neighbours are too much alike in what `benchmarks.own_round_trip` simulates; of fewer there
is too little to go by. Chosen on other seeds than those that its page is written of."""
DRIFT = 2
"""Degree of the polynomial that is taken for a drift: a parabola."""
TINY = 1e-12
NORMAL = 1.959964
"""How many standard errors each half of it has."""


def resample(parts: Real) -> Real:
    """Draw cases anew, and sum up what each of them has.

    Parameters
    ----------
    parts
        Of each case, what is summed up. Shape (cases, sums).

    Returns
    -------
    array
        The sums of each sample. Shape (`SAMPLES`, sums).
    """
    luck = np.random.default_rng(SEED)
    if len(parts) > HEAPS:
        parts = _deal(parts, luck)
    number = len(parts)
    drawn = luck.integers(number, size=(SAMPLES, number)) + number * np.arange(SAMPLES)[:, None]
    times = np.bincount(drawn.ravel(), minlength=SAMPLES * number).reshape(SAMPLES, number)
    return np.asarray(times.astype(np.float64) @ parts)


def find_errors(shares: Real) -> Real:
    """Find the standard errors of figures of which each case has a share.

    Cases that come in the same weeks wait in the same queue, and are alike in it: taken one by one,
    they seem to say more than they do. So they are cut into some stretches in a row, long enough
    for these to be nearly independent, and the error is that of the sums of stretches (batch means:
    Law 2015, *Simulation Modeling and Analysis*, 5th ed., ch. 9). How much these differ is told
    around a parabola through them: queues that grow from the first day on, or cases that are
    followed less and less far, are a drift, and no luck. As the error is of so few stretches, it is
    widened as Student's t is: `NORMAL` errors are then half an interval. The last cases are not
    among the stretches: cut short by the end of the log, they differ from those before, which is no
    luck either.

    Parameters
    ----------
    shares
        By how much each case moves each figure; cases by their first step. Shape (cases, figures).

    Returns
    -------
    array
        Of each figure. Shape (figures,).
    """
    return np.asarray(_find_errors_alone(shares) * np.sqrt(find_design_effects(shares)))


def find_design_effects(shares: Real) -> Real:
    """Find how many times the variance is what it would be of cases one by one.

    It is less than once where neighbours make up for each other; once where stretches do not differ
    at all, which tells nothing. See `find_errors` for how, and what is given. Shape (figures,).
    """
    whole = shares[: int(WHOLE * len(shares))]
    number = min(STRETCHES, len(whole))
    free = number - DRIFT - 1
    if free < 1:
        return np.ones(shares.shape[1])
    begins = np.linspace(0, len(whole), number + 1).astype(np.int64)[:-1]
    rest = _take_out_drift(np.add.reduceat(whole, begins, axis=0))
    spread = (rest**2).sum(axis=0) / free * number * len(shares) / len(whole)
    spread *= (float(special.stdtrit(free, TAILS[1])) / NORMAL) ** 2
    alone = _find_errors_alone(shares) ** 2
    is_known = (alone > 0) & (spread > TINY * alone)
    return np.asarray(np.divide(spread, alone, out=np.ones(len(alone)), where=is_known))


def _take_out_drift(sums: Real) -> Real:
    """Return what is left of sums of stretches beside the polynomial that is nearest to them."""
    basis, _ = np.linalg.qr(np.vander(np.linspace(-1, 1, len(sums)), DRIFT + 1))
    return np.asarray(sums - basis @ (basis.T @ sums))


def _find_errors_alone(shares: Real) -> Real:
    return np.asarray(np.sqrt((shares**2).sum(axis=0)))


def _deal(parts: Real, luck: np.random.Generator) -> Real:
    heap = luck.permutation(len(parts)) % HEAPS
    return np.stack(
        [np.bincount(heap, weights=column, minlength=HEAPS) for column in parts.T], axis=1
    )


def find_ends_of_mean(value: float, error: float, observed: int) -> tuple[float, float]:
    """Return both ends of the 95 % interval of a mean of what is not below 0.

    The error is that of its logarithm, of which the interval is built, as waits have long tails. Of
    what was not seen at all there may be so much as would show nothing in 2.5 % of logs (Garwood
    1936, *Biometrika* 28, 437-442).
    """
    if value == 0:
        return 0.0, -log(TAILS[0]) / max(observed, 1)
    factor = exp(NORMAL * error)
    return value / factor, value * factor


def find_ends(samples: Real) -> tuple[float, float]:
    """Return both ends of the 95 % interval of what was found in each sample; NaN left out."""
    known = samples[~np.isnan(samples)]
    if not len(known):
        return float("nan"), float("nan")
    low, high = np.quantile(known, TAILS)
    return float(low), float(high)


def divide(parts: Real, wholes: Real) -> Real:
    """Return parts over wholes; NaN where there is no whole."""
    nothing = np.full(np.shape(parts), np.nan)
    return np.asarray(np.divide(parts, wholes, out=nothing, where=wholes != 0))
