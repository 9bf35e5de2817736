"""Weights with which the values of all mixes add up to what each condition does.

A mix is a coalition of the conditions that are moved, and its value v the measure. What condition i
does depends on what else is moved already. The Shapley value takes its effect in every order in
which the conditions could be moved, one after the other, and averages (Shapley 1953, "A value for
n-person games", *Contributions to the Theory of Games II*, 307-317): over the sets S without i, of
s conditions, the sum of

    s! (n - s - 1)! / n!  x  (v(S with i) - v(S))

In every order the effects add up to the whole difference, so the averages do.

The interaction of i and j is how much more they do together than one by one, averaged likewise
(Grabisch & Roubens 1999, "An axiomatic approach to the concept of interaction among players in
cooperative games", *International Journal of Game Theory* 28, 547-565): over the sets S without
both, the sum of

    s! (n - s - 2)! / (n - 1)!  x  (v(S with both) - v(S with i) - v(S with j) + v(S))

All weights are whole numbers over one factorial, so that they can be checked exactly.
"""

from functools import cache
from itertools import combinations
from math import factorial

import numpy as np
from numpy.typing import NDArray

from sim.experiment.intervals import Values

Whole = NDArray[np.int64]


@cache
def shapley_numerators(count: int) -> Whole:
    """Return the weights of the Shapley values of so many conditions, times ``count!``.

    Returns
    -------
    A row for each condition, a column for each mix by number.
    """
    weights = np.zeros((count, 2**count), np.int64)
    for mix in range(2**count):
        size = mix.bit_count()
        for i in range(count):
            if not mix >> i & 1:
                weight = factorial(size) * factorial(count - size - 1)
                weights[i, mix | 1 << i] += weight
                weights[i, mix] -= weight
    return weights


@cache
def interaction_numerators(count: int) -> Whole:
    """Return the weights of the interactions of two of so many, times ``(count - 1)!``.

    Returns
    -------
    A row for each pair in the order of `itertools.combinations`, a column for each mix by number.
    """
    pairs = list(combinations(range(count), 2))
    weights = np.zeros((len(pairs), 2**count), np.int64)
    for row, (i, j) in zip(weights, pairs, strict=True):
        with_i, with_j = 1 << i, 1 << j
        for mix in range(2**count):
            if not mix & (with_i | with_j):
                size = mix.bit_count()
                weight = factorial(size) * factorial(count - size - 2)
                row[mix | with_i | with_j] += weight
                row[mix | with_i] -= weight
                row[mix | with_j] -= weight
                row[mix] += weight
    return weights


def shapley_values(values: Values) -> Values:
    """Return the Shapley value of each condition: from (replications, mixes) to (…, conditions).

    Effects are taken before they are weighed, so that what changes nothing is 0 and not nearly 0.
    """
    count = _count(values)
    shares = np.empty((len(values), count))
    for i, weights in enumerate(shapley_numerators(count)):
        moved = _mixes_with(count, 1 << i)
        effects = values[:, moved] - values[:, moved ^ 1 << i]
        shares[:, i] = effects @ weights[moved] / factorial(count)
    return shares


def interactions(values: Values) -> Values:
    """Return the interaction of each pair of conditions: from (replications, mixes) to (…, pairs).

    Pairs are in the order of `itertools.combinations`.
    """
    count = _count(values)
    pairs = list(combinations(range(count), 2))
    found = np.empty((len(values), len(pairs)))
    for place, (i, j) in enumerate(pairs):
        both = _mixes_with(count, 1 << i | 1 << j)
        with_j = values[:, both] - values[:, both ^ 1 << i]
        without_j = values[:, both ^ 1 << j] - values[:, both ^ (1 << i | 1 << j)]
        weights = interaction_numerators(count)[place, both]
        found[:, place] = (with_j - without_j) @ weights / factorial(count - 1)
    return found


def _mixes_with(count: int, bits: int) -> Whole:
    """Return the mixes in which all of some bits are 1."""
    mixes = np.arange(2**count)
    return np.asarray(mixes[mixes & bits == bits])


def _count(values: Values) -> int:
    return int(values.shape[1]).bit_length() - 1
