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

A mix may be kept out, since nothing can be said of it. Then the orders are left out that lead
through it, and the average is over the others (Faigle & Kern 1992, "The Shapley value for
cooperative games under precedence constraints", *International Journal of Game Theory* 21,
249-266): each of these adds up to the whole difference, so the averages still do. The s! ways to
the set S and the (n - s - 1)! ways on from it become the ways that there are. Interactions are
weighed likewise, over the sets of which all four mixes are known.
"""

from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sim.experiment.intervals import Values

Whole = NDArray[np.int64]
Mixes = frozenset[int]
NONE_KEPT_OUT: Mixes = frozenset()
SIGNS_OF_FOUR = np.array([1, -1, -1, 1])
"""Of an interaction: none of two moved, the one, the other, both."""


@cache
def count_ways(count: int, kept_out: Mixes = NONE_KEPT_OUT) -> tuple[list[int], list[int]]:
    """Count the ways from nothing moved to each mix, and from each mix to all moved.

    A way moves one condition at a time and passes through no mix that is kept out. With none kept
    out these are s! and (n - s)!.
    """
    to, on = [0] * 2**count, [0] * 2**count
    to[0] = on[-1] = 1
    for mix in range(2**count):
        if mix not in kept_out:
            to[mix] += sum(to[mix ^ 1 << i] for i in range(count) if mix >> i & 1)
    for mix in reversed(range(2**count)):
        if mix not in kept_out:
            on[mix] += sum(on[mix | 1 << i] for i in range(count) if not mix >> i & 1)
    return to, on


@cache
def shapley_numerators(count: int, kept_out: Mixes = NONE_KEPT_OUT) -> Whole:
    """Return the weights of the Shapley values of so many conditions, times the orders.

    Returns
    -------
    A row for each condition, a column for each mix by number. There are ``count!`` orders if no mix
    is kept out.
    """
    to, on = count_ways(count, kept_out)
    weights = np.zeros((count, 2**count), np.int64)
    for mix in range(2**count):
        for i in range(count):
            if not mix >> i & 1:
                weight = to[mix] * on[mix | 1 << i]
                weights[i, mix | 1 << i] += weight
                weights[i, mix] -= weight
    return weights


@cache
def interaction_numerators(count: int, kept_out: Mixes = NONE_KEPT_OUT) -> Whole:
    """Return the weights of the interactions of two of so many, times the sum of the positive ones.

    Returns
    -------
    A row for each pair in the order of `itertools.combinations`, a column for each mix by number.
    What they are times is ``(count - 1)!`` if no mix is kept out: the sum over the mixes with both.
    """
    pairs, (to, on) = list(combinations(range(count), 2)), count_ways(count, kept_out)
    weights = np.zeros((len(pairs), 2**count), np.int64)
    for row, (i, j) in zip(weights, pairs, strict=True):
        for mix in range(2**count):
            four = (mix, mix | 1 << i, mix | 1 << j, mix | 1 << i | 1 << j)
            if not mix & (1 << i | 1 << j) and kept_out.isdisjoint(four):
                row[list(four)] += to[mix] * on[four[-1]] * SIGNS_OF_FOUR
    return weights


def has_orders(count: int, kept_out: Mixes) -> bool:
    """Tell whether some order of moving all conditions leads through no mix that is kept out."""
    return count_ways(count, kept_out)[0][-1] > 0


def shapley_values(values: Values, kept_out: Mixes = NONE_KEPT_OUT) -> Values:
    """Return the Shapley value of each condition: from (replications, mixes) to (…, conditions).

    Effects are taken before they are weighed, so that what changes nothing is 0 and not nearly 0.
    """
    count = _count(values)
    orders = count_ways(count, kept_out)[0][-1]
    shares = np.empty((len(values), count))
    for i, weights in enumerate(shapley_numerators(count, kept_out)):
        moved = _mixes_with(count, 1 << i)
        moved = moved[weights[moved] != 0]
        effects = values[:, moved] - values[:, moved ^ 1 << i]
        shares[:, i] = effects @ weights[moved] / orders
    return shares


def interactions(values: Values, kept_out: Mixes = NONE_KEPT_OUT) -> Values:
    """Return the interaction of each pair of conditions: from (replications, mixes) to (…, pairs).

    Pairs are in the order of `itertools.combinations`; NaN where too many mixes are kept out.
    """
    count = _count(values)
    pairs = list(combinations(range(count), 2))
    found = np.full((len(values), len(pairs)), np.nan)
    for place, (i, j) in enumerate(pairs):
        both = _mixes_with(count, 1 << i | 1 << j)
        weights = interaction_numerators(count, kept_out)[place, both]
        both, weights = both[weights != 0], weights[weights != 0]
        with_j = values[:, both] - values[:, both ^ 1 << i]
        without_j = values[:, both ^ 1 << j] - values[:, both ^ (1 << i | 1 << j)]
        if len(both):
            found[:, place] = (with_j - without_j) @ weights / weights.sum()
    return found


def _mixes_with(count: int, bits: int) -> Whole:
    """Return the mixes in which all of some bits are 1."""
    mixes = np.arange(2**count)
    return np.asarray(mixes[mixes & bits == bits])


def _count(values: Values) -> int:
    return int(values.shape[1]).bit_length() - 1
