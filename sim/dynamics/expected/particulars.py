"""How many particulars a case has, and where: a distribution that a case's way works upon.

A distribution has shape (n, n, n): the weight of cases with so many particulars not on file, so
many on file that no answer fits yet, and so many absorbed. Its sum is how many cases there are. All
that happens to a particular happens to each by itself, so that the whole is exact.
"""

from functools import lru_cache
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import stats

MISSING, ON_FILE, ABSORBED = range(3)
"""The axes of a distribution."""
Cases = NDArray[np.float64]


def draw_particulars(variety: float) -> Cases:
    """Return the distribution of new cases: a Poisson number, none of them on file."""
    most = ceil(variety + 4.5 * sqrt(variety) + 2)
    weights = stats.poisson.pmf(np.arange(most), variety)
    cases = np.zeros((most, most, most))
    cases[:, 0, 0] = weights / weights.sum()
    return cases


def move(cases: Cases, source: int, target: int, chance: float) -> Cases:
    """Let each particular of one kind become one of another with a chance."""
    none, some = split(cases, source, target, chance)
    return none + some


def split(cases: Cases, source: int, target: int, chance: float) -> tuple[Cases, Cases]:
    """Do as `move`, and return the cases in which none and in which some have moved."""
    if chance <= 0 or not cases.any():
        return cases, np.zeros_like(cases)
    turned = np.moveaxis(cases, (source, target), (0, 1))
    moves = _binomial(len(cases), chance)
    some = np.zeros_like(turned)
    for moved in range(1, len(cases)):
        of_source = turned[moved:, : len(cases) - moved]
        weights = moves[moved:, moved, np.newaxis, np.newaxis]
        some[: len(cases) - moved, moved:] += of_source * weights
    none = turned * moves[:, 0, np.newaxis, np.newaxis]
    back = (0, 1), (source, target)
    return np.moveaxis(none, *back), np.moveaxis(some, *back)


def move_one_at_least(cases: Cases, source: int, target: int, chance: float) -> Cases:
    """Do as `move`, but one moves where otherwise none would."""
    none, some = split(cases, source, target, chance)
    turned = np.moveaxis(none, (source, target), (0, 1))
    moved = np.zeros_like(turned)
    moved[0] = turned[0]
    moved[:-1, 1:] += turned[1:, :-1]
    return some + np.moveaxis(moved, (0, 1), (source, target))


def count(cases: Cases) -> float:
    """Return how many cases there are."""
    return float(cases.sum())


def count_on_file(cases: Cases) -> float:
    """Return how many particulars are on file in all cases together, absorbed or not."""
    numbers = np.arange(len(cases))
    return float((cases.sum((0, 2)) + cases.sum((0, 1))) @ numbers)


def split_unmet(cases: Cases) -> tuple[Cases, Cases]:
    """Return the cases of which every particular is absorbed, and the others."""
    fit = np.zeros_like(cases)
    fit[0, 0] = cases[0, 0]
    return fit, cases - fit


def split_misfits(cases: Cases) -> tuple[Cases, Cases]:
    """Return the cases with nothing on file that waits for an answer, and the others."""
    fits = np.zeros_like(cases)
    fits[:, 0] = cases[:, 0]
    return fits, cases - fits


@lru_cache(maxsize=256)
def _binomial(size: int, chance: float) -> NDArray[np.float64]:
    """Return the chance that of so many so many move, shape (size, size)."""
    numbers = np.arange(size)
    return np.asarray(stats.binom.pmf(numbers, numbers[:, np.newaxis], chance))
