"""How many particulars a case has, and where: a distribution that a case's way works upon.

A distribution has shape (2, n, n), by how many particulars are not on file and how many are on file
that no answer fits yet: first how many cases there are, then how many absorbed particulars these
have together. That is enough, since nothing happens to what is absorbed, and its number counts only
where it is added up. All that happens to a particular happens to each by itself, so that the whole
is exact.
"""

from functools import lru_cache
from math import ceil, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import special, stats

Cases = NDArray[np.float64]
MISSING, ON_FILE, ABSORBED = range(3)
"""Where a particular can be."""
CASES, OF_THEM = range(2)
"""The first axis of a distribution."""


class Moves(NamedTuple):
    """What becomes of so many particulars, of which each moves with a chance.

    Attributes
    ----------
    stay
        Chance that none of so many moves, shape (n,).
    some
        Chance that of so many so many are left, fewer than before, shape (n, n).
    moved
        The same, times how many have moved.
    """

    stay: NDArray[np.float64]
    some: NDArray[np.float64]
    moved: NDArray[np.float64]


def draw_particulars(variety: float) -> Cases:
    """Return the distribution of new cases: a Poisson number, none of them on file."""
    most = ceil(variety + 4.5 * sqrt(variety) + 2)
    weights = stats.poisson.pmf(np.arange(most), variety)
    cases = np.zeros((2, most, most))
    cases[CASES, :, 0] = weights / weights.sum()
    return cases


def move(cases: Cases, source: int, target: int, chance: float) -> Cases:
    """Let each particular of one kind become one of another with a chance."""
    none, some = split(cases, source, target, chance)
    return none + some


def split(cases: Cases, source: int, target: int, chance: float) -> tuple[Cases, Cases]:
    """Do as `move`, and return the cases in which none and in which some have moved."""
    if chance <= 0:
        return cases, np.zeros_like(cases)
    turned = _turn(cases, source)
    moves = _find_moves(cases.shape[1], chance)
    none = turned * moves.stay[:, np.newaxis]
    some = _absorb(turned, moves) if target == ABSORBED else _swap(turned, moves)
    return _turn(none, source), _turn(some, source)


def move_one_at_least(cases: Cases, source: int, target: int, chance: float) -> Cases:
    """Do as `move`, between what is missing and on file, but one moves where none would."""
    none, some = split(cases, source, target, chance)
    turned = _turn(none, source)
    moved = np.zeros_like(turned)
    moved[:, 0] = turned[:, 0]
    moved[:, :-1, 1:] += turned[:, 1:, :-1]
    return some + _turn(moved, source)


def count(cases: Cases) -> float:
    """Return how many cases there are."""
    return float(cases[CASES].sum())


def count_on_file(cases: Cases) -> float:
    """Return how many particulars are on file in all cases together, absorbed or not."""
    return float(cases[CASES].sum(0) @ np.arange(cases.shape[2]) + cases[OF_THEM].sum())


def split_unmet(cases: Cases) -> tuple[Cases, Cases]:
    """Return the cases of which every particular is absorbed, and the others."""
    fit = np.zeros_like(cases)
    fit[:, 0, 0] = cases[:, 0, 0]
    return fit, cases - fit


def split_complete(cases: Cases) -> tuple[Cases, Cases]:
    """Return the cases of which nothing is missing, and the others."""
    complete = np.zeros_like(cases)
    complete[:, 0] = cases[:, 0]
    return complete, cases - complete


def split_misfits(cases: Cases) -> tuple[Cases, Cases]:
    """Return the cases with nothing on file that waits for an answer, and the others."""
    fits = np.zeros_like(cases)
    fits[:, :, 0] = cases[:, :, 0]
    return fits, cases - fits


def _turn(cases: Cases, source: int) -> Cases:
    """Return cases with what moves first, or turned back."""
    return cases if source == MISSING else cases.swapaxes(1, 2)


def _absorb(turned: Cases, moves: Moves) -> Cases:
    some = moves.some.T @ turned
    some[OF_THEM] += moves.moved.T @ turned[CASES]
    return some


def _swap(turned: Cases, moves: Moves) -> Cases:
    """Move between what is missing and on file, whose sum stays what it is."""
    by_sum, is_sum, by_kind, is_kind = _index_sums(turned.shape[1])
    size = np.arange(turned.shape[1])[:, np.newaxis]
    sums = turned[:, size, by_sum] * is_sum
    return (moves.some.T @ sums)[:, size, by_kind] * is_kind


@lru_cache(maxsize=64)
def _index_sums(size: int) -> tuple[NDArray[np.int64], ...]:
    """Return where what has so many of one kind stands by the sum of both, and the way back."""
    one, other = np.indices((size, size))
    rest, both = other - one, other + one
    return np.maximum(rest, 0), 1 * (rest >= 0), np.minimum(both, size - 1), 1 * (both < size)


@lru_cache(maxsize=1024)
def _find_moves(size: int, chance: float) -> Moves:
    before, left = np.indices((size, size))
    moved = np.maximum(before - left, 0)
    all_left = special.comb(before, left) * chance**moved * (1 - chance) ** left
    some = np.where(moved > 0, all_left, 0.0)
    return Moves(np.diag(all_left).copy(), some, some * moved)
