"""How good a surrogate is at points that it has not seen, beside the mean of those it has."""

from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.sensitivity.surface.surrogate import fit

FOLDS = 5
ONE_SIDED_95 = 1.645
Values = NDArray[np.float64]


class Validation(NamedTuple):
    """Errors out of sample, in five folds."""

    rmse: float
    """Root of the mean squared error, in the unit of the outcome."""
    r2: float
    """The share of the variance that is predicted out of sample; below 0 where the mean does it
    better."""
    largest: float
    """The largest error."""
    spread: float
    """Beside these, the standard deviation of the data: how far off their mean is."""
    beats_mean: bool
    """Whether squared errors are smaller than those of the mean by more than chance (one-sided,
    5 %, paired over points)."""


def validate(name: str, shares: Values, outcome: Values, seed: int) -> Validation:
    """Find how good a surrogate is out of sample.

    Parameters
    ----------
    name, shares, outcome, seed
        As a surrogate is fitted with; see `fit`. There are `FOLDS` points or more.
    """
    from sklearn.model_selection import KFold  # seconds to import

    found, means = np.empty_like(outcome), np.empty_like(outcome)
    for seen, unseen in KFold(FOLDS, shuffle=True, random_state=seed).split(shares):
        found[unseen], _ = fit(name, shares[seen], outcome[seen], seed).predict(shares[unseen])
        means[unseen] = outcome[seen].mean()
    errors, of_mean = outcome - found, outcome - means
    gains = of_mean**2 - errors**2
    least = ONE_SIDED_95 * float(gains.std(ddof=1)) / sqrt(len(gains))
    return Validation(
        rmse=sqrt(float((errors**2).mean())),
        r2=1 - float((errors**2).sum() / (of_mean**2).sum()),
        largest=float(np.abs(errors).max()),
        spread=float(outcome.std()),
        beats_mean=bool(gains.mean() > least),
    )
