"""Distributions as tables, so that no engine computes a logarithm or a power.

Last bits of `log`, `exp` and `pow` differ between compilers and libraries. An engine looks a draw
up in a table of quantiles instead: a delay is `table[int(u * len(table))]`. Each table keeps the
mean (to the rounding of its entries), by taking the mean within each slice, not its midpoint.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import special

from sim.units import MILLION

SLICES = 4_096
"""Entries of a table of quantiles."""
KEPT = 64
"""Tables of a kind that are kept: both designs of a scenario, over and over, need no more."""
COUNTS_KEPT = 4 * KEPT
"""Of tables of counts: one for each mean, which may change with weekday and month."""
JUDGEMENT_TO_SIGMA = 1.0 / (0.6744897501960817 * np.sqrt(2.0))
"""Sigma of a lognormal judgement for a median absolute log ratio of 1 between two workers."""


def _read_only(values: NDArray[np.float64]) -> NDArray[np.int64]:
    table = np.rint(values).astype(np.int64)
    table.setflags(write=False)
    return table


@lru_cache(KEPT)
def exponential_table(mean: float) -> NDArray[np.int64]:
    """Slice means of an exponential distribution (whole units of its mean), shape (4096,)."""
    edges = np.arange(SLICES + 1) / SLICES
    tail = 1.0 - edges
    # the integral of -log(1 - u) is (1 - u) log(1 - u) - (1 - u), which is 0 at u = 1
    integral = np.where(tail > 0, tail * np.log(np.where(tail > 0, tail, 1.0)) - tail, 0.0)
    return _read_only(np.diff(integral) * SLICES * mean)


def factor_table(cv: float) -> NDArray[np.int64]:
    """Slice means of a lognormal factor with mean 1 and a given variation (ppm), shape (4096,)."""
    return _lognormal_table(float(np.sqrt(np.log1p(cv**2))))


def judgement_table(spread: float) -> NDArray[np.int64]:
    """Slice means of workers' own judgement: a lognormal factor with mean 1 (ppm), shape (4096,).

    Parameters
    ----------
    spread
        Median relative difference between two workers on one case (Kahneman et al.: 0.43 to 0.55).
    """
    return _lognormal_table(float(np.log1p(spread) * JUDGEMENT_TO_SIGMA))


@lru_cache(KEPT)
def _lognormal_table(sigma: float) -> NDArray[np.int64]:
    if sigma == 0:
        return _read_only(np.full(SLICES, float(MILLION)))
    quantile = special.ndtri(np.arange(SLICES + 1) / SLICES)
    return _read_only(np.diff(special.ndtr(quantile - sigma)) * SLICES * MILLION)


@lru_cache(COUNTS_KEPT)
def poisson_table(mean: float) -> NDArray[np.float64]:
    """Cumulative probabilities of a Poisson number, as far as a draw can tell them from 1.

    The number drawn by u is how many entries are at most u: it is never truncated.
    """
    counts = np.arange(int(mean + 20 * np.sqrt(mean + 1) + 40))
    table = np.asarray(special.pdtr(counts, mean), np.float64)
    table = table[: int(np.searchsorted(table, 1.0 - 2.0**-53)) + 1]
    table.setflags(write=False)
    return table


@lru_cache(COUNTS_KEPT)
def negative_binomial_table(mean: float, dispersion: float) -> NDArray[np.float64]:
    """Cumulative probabilities of a negative binomial number, up to one in a thousand million.

    Parameters
    ----------
    mean
        Its mean, more than 0.
    dispersion
        Its variance over its mean, more than 1.
    """
    counts = np.arange(int(mean + 20 * dispersion * np.sqrt(mean + 1) + 40))
    # what `scipy.stats.nbinom.cdf` gives, whose import takes half a second
    cumulative = special.betainc(mean / (dispersion - 1), counts + 1, 1 / dispersion)
    table = np.asarray(cumulative, np.float64)
    table = table[: int(np.searchsorted(table, 1.0 - 1e-9))]
    table.setflags(write=False)
    return table


@lru_cache(COUNTS_KEPT)
def even_table(mean: float, dispersion: float) -> NDArray[np.float64]:
    """Cumulative probabilities of a number that varies less than a Poisson number.

    It is binomial where that is possible; otherwise one of its trials has a chance of its own, so
    that mean and variance are exact, down to the least that whole numbers of a mean have.

    Parameters
    ----------
    mean
        Its mean, more than 0.
    dispersion
        Its variance over its mean, less than 1; where it is too little, the least.
    """
    from scipy import stats  # half a second to import

    whole, rest = divmod(mean, 1.0)
    squares = min(mean * (1 - dispersion), whole + rest**2)
    trials = max(int(np.ceil(mean**2 / squares - 1e-9)), 1)
    spread = max((trials - 1) * (trials * squares - mean**2), 0.0)
    odd = min(max((mean - np.sqrt(spread)) / trials, 0.0), 1.0)
    even = min((mean - odd) / max(trials - 1, 1), 1.0)
    counts = np.arange(min(trials, int(mean + 20 * np.sqrt(mean + 1) + 40)) + 1)
    below = stats.binom.cdf(counts - 1, trials - 1, even)
    table = (1 - odd) * stats.binom.cdf(counts, trials - 1, even) + odd * below
    table = np.asarray(table, np.float64)
    table[-1] = 1.0
    table.setflags(write=False)
    return table
