"""Surrogates: what stands in for the engine between the points at which it was run.

Up to a thousand points it is a Gaussian process with a Matérn kernel (5/2) and white noise, which
takes up luck and whatever else varies (Rasmussen & Williams 2006, *Gaussian Processes for Machine
Learning*, chapters 2 and 4); beyond, where that would take its time, extremely randomised trees
(Geurts, Ernst & Wehenkel 2006, *Machine Learning* 63, 3-42), which know no standard deviation.
"""

from typing import Any, NamedTuple, Protocol
from warnings import catch_warnings, simplefilter

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
GAUSSIAN_PROCESS, TREES = "Gaussian process", "extremely randomised trees"
MOST_FOR_PROCESS = 1_000
TREES_IN_ALL, LEAST_IN_LEAF = 300, 5


class Fitted(Protocol):
    """A surrogate that has been fitted."""

    def predict(self, shares: Values) -> tuple[Values, Values | None]:
        """Return the outcome at places, and its standard deviation where that is known.

        Parameters
        ----------
        shares
            Places as parts of the ranges: shape (places, factors).
        """
        ...


class GaussianProcess(NamedTuple):
    """A Gaussian process of an outcome of mean 0 and spread 1."""

    model: Any
    mean: float
    spread: float

    def predict(self, shares: Values) -> tuple[Values, Values | None]:
        """Return the mean outcome at places, and the standard deviation of that mean.

        The white noise is of a single point, and is no part of it.
        """
        found, deviation = self.model.predict(shares, return_std=True)
        noise = self.model.kernel_.k2.noise_level
        of_mean = np.sqrt(np.maximum(deviation**2 - noise, 0.0))
        return self.mean + self.spread * found, self.spread * of_mean


class Trees(NamedTuple):
    """Extremely randomised trees."""

    model: Any

    def predict(self, shares: Values) -> tuple[Values, Values | None]:
        """Return the outcome at places; a standard deviation is not known."""
        return np.asarray(self.model.predict(shares)), None


def choose_surrogate(points: int) -> str:
    """Return which surrogate so many points are given."""
    return GAUSSIAN_PROCESS if points <= MOST_FOR_PROCESS else TREES


def fit(name: str, shares: Values, outcome: Values, seed: int) -> Fitted:
    """Fit a surrogate.

    Parameters
    ----------
    name
        Which one.
    shares, outcome
        The points as parts of the ranges, shape (points, factors), and the outcome at each.
    seed
        Which luck.
    """
    if name == GAUSSIAN_PROCESS:
        return _fit_process(shares, outcome, seed)
    from sklearn.ensemble import ExtraTreesRegressor  # seconds to import

    trees = ExtraTreesRegressor(
        TREES_IN_ALL, min_samples_leaf=LEAST_IN_LEAF, random_state=seed, n_jobs=1
    )
    return Trees(trees.fit(shares, outcome))


def _fit_process(shares: Values, outcome: Values, seed: int) -> GaussianProcess:
    from sklearn.gaussian_process import GaussianProcessRegressor  # seconds to import
    from sklearn.gaussian_process.kernels import ConstantKernel, Matern, WhiteKernel

    smooth = ConstantKernel(1.0, (1e-3, 1e3)) * Matern(
        np.full(shares.shape[1], 0.5), (0.05, 50.0), nu=2.5
    )
    kernel = smooth + WhiteKernel(0.1, (1e-8, 2.0))
    mean, spread = float(outcome.mean()), float(outcome.std()) or 1.0
    model = GaussianProcessRegressor(kernel, random_state=seed)
    with catch_warnings():
        simplefilter("ignore")  # that a length lies at the end of its range: the factor does little
        return GaussianProcess(model.fit(shares, (outcome - mean) / spread), mean, spread)
