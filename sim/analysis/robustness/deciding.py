"""Which quantities decide: those that go with the change in cost, world by world.

The measure is Spearman's rank correlation of a quantity with the change. Worlds are a Latin
hypercube, in which quantities hardly go together, so what goes with one is not another's doing. A
hundred quantities are looked at, and the largest of a hundred correlations by chance is not small:
one is beyond chance only where it exceeds the largest of all in 95 of 100 shuffles of the worlds
(Westfall & Young 1993, *Resampling-Based Multiple Testing*). A quantity that helps at both ends of
its range and harms in the middle is not seen.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.robustness.ranged import Ranged

SHUFFLES = 1_000
BEYOND_CHANCE = 0.95
MOST_TOLD = 5
LEAST_WORLDS = 10
"""Fewer say nothing about a hundred quantities."""
Values = NDArray[np.float64]


class Half(NamedTuple):
    """Worlds in half of a quantity's draws, and in how many of them the second is cheaper."""

    second: int
    worlds: int


class Deciding(NamedTuple):
    """A quantity that goes with the change in cost."""

    key: str
    about: str
    """What it means."""
    low: float
    high: float
    """The ends of its range."""
    correlation: float
    """Below 0 where more of it makes the second design cheaper."""
    is_beyond_chance: bool
    in_lower_half: Half
    in_upper_half: Half
    """The worlds with a verdict in which it lies below its median, or not."""


def find_deciding(
    ranged: Sequence[Ranged], values: Values, changes: Values, seed: int
) -> tuple[Deciding, ...]:
    """Find the quantities that go most with the change in cost.

    Parameters
    ----------
    ranged
        The quantities.
    values
        What was drawn of them: shape (worlds, quantities).
    changes
        The change in cost: shape (worlds,); infinite where a design is overwhelmed, NaN where
        nothing can be told.
    seed
        Which luck, of the shuffles.
    """
    is_judged = ~np.isnan(changes)
    drawn, outcome = values[is_judged], changes[is_judged]
    if len(outcome) < LEAST_WORLDS or np.ptp(_ranks(outcome)) == 0:
        return ()
    correlations = _correlate(_standardise(_ranks(drawn)), _standardise(_ranks(outcome)))
    least = _find_least_beyond_chance(drawn, outcome, seed)
    largest = np.argsort(-np.abs(correlations), kind="stable")[:MOST_TOLD]
    return tuple(
        Deciding(
            ranged[place].key,
            ranged[place].about,
            ranged[place].low,
            ranged[place].high,
            float(correlations[place]),
            bool(abs(correlations[place]) > least),
            *_find_halves(drawn[:, place], outcome),
        )
        for place in largest
    )


def _ranks(values: Values) -> Values:
    from scipy import stats  # half a second to import

    return np.asarray(stats.rankdata(values, axis=0))


def _standardise(ranks: Values) -> Values:
    """Return ranks of mean 0 and length 1; 0 where all are alike."""
    centred = ranks - ranks.mean(axis=0)
    length = np.linalg.norm(centred, axis=0)
    return np.asarray(centred / np.where(length > 0, length, 1.0))


def _correlate(drawn: Values, outcome: Values) -> Values:
    return np.asarray(drawn.T @ outcome)


def _find_least_beyond_chance(drawn: Values, outcome: Values, seed: int) -> float:
    """Return the correlation that the largest of all exceeds by chance in 5 of 100 cases."""
    luck, ranks = np.random.default_rng(seed), _standardise(_ranks(outcome))
    shuffled = luck.permuted(np.tile(ranks, (SHUFFLES, 1)), axis=1).T
    largest = np.abs(_correlate(_standardise(_ranks(drawn)), shuffled)).max(axis=0)
    return float(np.quantile(largest, BEYOND_CHANCE))


def _find_halves(drawn: Values, outcome: Values) -> tuple[Half, Half]:
    is_low = drawn < np.median(drawn)
    lower, upper = outcome[is_low], outcome[~is_low]
    return Half(int((lower < 0).sum()), len(lower)), Half(int((upper < 0).sum()), len(upper))
