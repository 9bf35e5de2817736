"""How long cases have been on the target's clock, as they lie at one change of hands after another.

A distribution has shape (bins,): how many cases are in each part of a day, and past due in the
last bin. Time in queues is not in it.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.dynamics.expected.lying import Lying
from sim.units import DAY_S

BIN_DAYS = 0.25


class Target(NamedTuple):
    """A target: days, from how long before it people make an effort, and how often."""

    days: float
    near_days: float
    effort: float

    @staticmethod
    def of(blueprint: Blueprint) -> "Target":
        """Return the target of a design."""
        decision = blueprint.decision
        return Target(decision.target_s / DAY_S, decision.near_s / DAY_S, decision.effort)

    @property
    def bins(self) -> int:
        """How many bins there are up to it, and one beyond."""
        return int(self.days / BIN_DAYS) + 2


def start_clock(blueprint: Blueprint, target: Target, number: float) -> NDArray[np.float64]:
    """Return how long so many new cases have been on the clock as their work is taken up."""
    elapsed = np.zeros(target.bins)
    elapsed[min(int(hold_days(blueprint) / BIN_DAYS), target.bins - 1)] = number
    return elapsed


def hold_days(blueprint: Blueprint) -> float:
    """Return how long work is held to its deadline."""
    decision = blueprint.decision
    if decision.lead_s < 0:
        return decision.hold_s / DAY_S
    return max(decision.target_s - decision.lead_s, 0) / DAY_S


def restart_clock(
    blueprint: Blueprint, elapsed: NDArray[np.float64], share: float
) -> NDArray[np.float64]:
    """Return the clock of a part that has become complete: anew, where it runs from then."""
    if not blueprint.decision.clock_is_complete:
        return elapsed * share
    anew = np.zeros_like(elapsed)
    anew[0] = elapsed.sum() * share
    return anew


def lie_on(
    elapsed: NDArray[np.float64], lying: Lying, target: Target
) -> tuple[NDArray[np.float64], float]:
    """Let cases lie.

    Returns
    -------
    elapsed, saved_days
        How long they have been on the clock afterwards, and the days of lying that all of them
        together were spared because some were fetched near the due date.
    """
    laid = _lay(lying, target)
    return elapsed @ laid.parts, float(elapsed @ laid.saved_days)


class Laid(NamedTuple):
    """What lying does to cases that have been on the clock for so long.

    Attributes
    ----------
    parts
        In which part of them they are afterwards, shape (bins, bins).
    saved_days
        Days that each of them is spared, shape (bins,).
    """

    parts: NDArray[np.float64]
    saved_days: NDArray[np.float64]


@lru_cache(maxsize=64)
def _lay(lying: Lying, target: Target) -> Laid:
    lies, weight = lying.weigh()
    since = (np.arange(target.bins)[:, np.newaxis] + 0.5) * BIN_DAYS
    ends = since + lies
    opens, closes = np.maximum(target.days - target.near_days, since), np.minimum(target.days, ends)
    is_due = (since > target.days) | (opens >= closes)
    fetched = np.where(is_due, 0.0, target.effort) * weight
    at = (opens + closes) / 2
    parts = _sort(ends, weight - fetched) + _sort(at, fetched)
    return Laid(parts, ((ends - at) * fetched).sum(axis=1))


def _sort(days: NDArray[np.float64], number: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sort each row into bins, as many as there are rows."""
    bins = len(days)
    places = np.minimum((days / BIN_DAYS).astype(np.int64), bins - 1)
    places += np.arange(bins)[:, np.newaxis] * bins
    counts = np.bincount(places.ravel(), number.ravel(), bins * bins)
    return np.asarray(counts, np.float64).reshape(bins, bins)
