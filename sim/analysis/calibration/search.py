"""Searching the ranges of the free quantities, and choosing what fits alike.

The search is differential evolution (Storn & Price 1997). Its population spreads over all that fits
alike, which is what an ensemble is made of: candidates as unlike each other as can be. A method
that walks to one best point would hide how much else fits.
"""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy import optimize

from sim.analysis.calibration.trial import Free, Tried

PER_QUANTITY = 5
LEAST_POPULATION = 10
MOST_MEMBERS = 12
NEARBY = 0.1
"""Standard deviation of what begins about the file's values, as a share of a range."""


def search(
    try_values: Callable[[Sequence[float]], Tried],
    free: Sequence[Free],
    evaluations: int,
    seed: int,
    on_tried: Callable[[int], None] | None = None,
) -> list[Tried]:
    """Try candidates, the file's own first, and return all of them.

    So many are tried, or some more: whole generations, at least two. `on_tried` is called with how
    many have been tried.
    """
    tried: list[Tried] = []

    def loss(shares: NDArray[np.float64]) -> float:
        values = [quantity.at(share) for quantity, share in zip(free, shares, strict=True)]
        tried.append(try_values(values))
        if on_tried is not None:
            on_tried(len(tried))
        return tried[-1].loss

    tried.append(try_values([quantity.value for quantity in free]))
    population = max(PER_QUANTITY * len(free), LEAST_POPULATION)
    optimize.differential_evolution(
        loss,
        optimize.Bounds(np.zeros(len(free)), np.ones(len(free))),
        init=begin_about_filed(free, population, np.random.default_rng(seed)),
        maxiter=max(evaluations // population - 1, 1),
        tol=0.0,
        polish=False,
        rng=seed,
    )
    return tried


def spread_shares(
    free: Sequence[Free], population: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Return places spread over the ranges of quantities, a row for each candidate."""
    places = (rng.permuted(np.tile(np.arange(population), (len(free), 1)), axis=1) + 0.5).T
    return places / population


def begin_about_filed(
    free: Sequence[Free], population: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Return where a search begins: half spread over the ranges, half about the file's values.

    The one half finds other places that fit, the other how far this one reaches; its first is the
    file's own.
    """
    shares = spread_shares(free, population, rng)
    filed = np.array([quantity.share_of(quantity.value) for quantity in free])
    about = shares[: population // 2]
    about[:] = filed + rng.normal(0.0, NEARBY, about.shape)
    about[0] = filed
    return np.clip(shares, 0.0, 1.0)


class Fit(Protocol):
    """A candidate that can be told from others by how well it fits."""

    @property
    def values(self) -> tuple[float, ...]:
        """Values of the free quantities."""

    @property
    def loss(self) -> float:
        """What is made small."""

    @property
    def within(self) -> int:
        """How many figures lie within their tolerance."""


Candidate = TypeVar("Candidate", bound=Fit)


def choose_ensemble(tried: Sequence[Candidate], free: Sequence[Free]) -> list[Candidate]:
    """Choose candidates that fit, the best first, each as far as can be from those before.

    Those fit alike that have as many figures within their tolerance as any candidate has.
    """
    most = max(one.within for one in tried)
    fitting = [one for one in tried if one.within == most]
    first = min(fitting, key=lambda one: one.loss)
    others = {one.values: one for one in fitting if one.values != first.values}
    chosen, left = [first], list(others.values())
    while left and len(chosen) < MOST_MEMBERS:
        nearest = [min(_distance(free, one, other) for other in chosen) for one in left]
        chosen.append(left.pop(int(np.argmax(nearest))))
    return chosen


def _distance(free: Sequence[Free], one: Fit, other: Fit) -> float:
    return float(np.linalg.norm(_shares(free, one) - _shares(free, other)))


def _shares(free: Sequence[Free], one: Fit) -> NDArray[np.float64]:
    pairs = zip(free, one.values, strict=True)
    return np.array([quantity.share_of(value) for quantity, value in pairs])
