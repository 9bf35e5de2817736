"""Finding boxes of conditions under which a design wins, and what chance alone would find.

A search among many boxes finds one in pure noise as well. So wins are shuffled over the points and
the search is made anew; a box is told only if fewer than 5 % of shuffles yield one as far from the
share of all (Westfall & Young 1993, *Resampling-Based Multiple Testing*). Once so many have that
this is settled, no more are made (Besag & Clifford 1991, *Biometrika* 78, 301-304).
"""

import numpy as np
from numpy.typing import NDArray

from sim.analysis.sensitivity.conditions.boxes import Boxes, DiscoveredBox, Limit
from sim.analysis.sensitivity.conditions.prim import (
    Box,
    Column,
    Mask,
    Side,
    find_box,
    find_inside,
    find_score,
    is_restricted,
    open_side,
)
from sim.analysis.sensitivity.conditions.wins import Wins, find_wins
from sim.analysis.sensitivity.result import describe
from sim.analysis.sensitivity.target import COST
from sim.sweep.table import Table

SHUFFLES, MOST_AS_GOOD = 99, 5
"""So many shuffles; and once so many yield as good a box, it is not beyond chance: of 100 with the
wins as they are, 5 % or fewer may be as good."""
MOST_BOXES = 3
LUCK = 42
"""Keeps these draws apart from others of the same seed, as those of the points."""
LEAST_QUASI_P = 0.05
"""A limit with a larger quasi-p is dropped."""
LEAST_POINTS = 20
Columns = tuple[Column, ...]


def find_boxes(
    table: Table,
    outcome: str = COST,
    of: tuple[str, str] | None = None,
    *,
    wins: str | None = None,
    service: str | None = None,
    seed: int = 1,
) -> Boxes:
    """Find boxes of conditions under which a design wins.

    Parameters
    ----------
    table
        A sweep; points that cannot be used are left out and counted.
    outcome, of, service
        What is analysed; see `find_target`.
    wins
        The design that wins; the first of the two if not given.
    seed
        Which luck, of the shuffles.

    Returns
    -------
    Boxes
        At most `MOST_BOXES`; none where nothing is beyond chance, or where the design wins
        everywhere or nowhere.

    Raises
    ------
    RunError
        If it cannot be done as asked; see `find_wins`.
    """
    won = find_wins(table, outcome, of, wins, service)
    columns, luck = build_columns(won), np.random.default_rng((seed, LUCK))
    is_left, boxes, chance = np.ones(len(won.is_won), dtype=bool), list[DiscoveredBox](), None
    while columns and len(boxes) < MOST_BOXES and _can_search(won.is_won[is_left]):
        some, is_hit = _cut(columns, is_left), won.is_won[is_left]
        box = find_box(some, is_hit)
        p_value = _find_p_value(some, is_hit, box, luck)
        if p_value > MOST_AS_GOOD / (SHUFFLES + 1):
            chance = p_value
            break
        box = _drop_needless(some, is_hit, box)
        boxes.append(_tell(won, some, is_hit, box, p_value))
        is_left &= ~find_inside(columns, box)
    wins_in_all = int(won.is_won.sum())
    about = describe(won.gathered)
    return Boxes(about, won.design, wins_in_all, won.unsure, tuple(boxes), chance)


def build_columns(won: Wins) -> Columns:
    """Return the factors as numbers; words by their place in the alphabet."""
    columns = []
    for one in won.factors:
        values = won.values[one.key]
        if np.isnan(one.low):
            _, codes = np.unique(values.astype(str), return_inverse=True)
            columns.append(Column(codes.astype(float), True))
        else:
            columns.append(Column(values.to_numpy(dtype=float), False))
    return tuple(columns)


def _can_search(is_hit: Mask) -> bool:
    return len(is_hit) >= LEAST_POINTS and 0 < int(is_hit.sum()) < len(is_hit)


def _cut(columns: Columns, is_kept: Mask) -> Columns:
    return tuple(one._replace(values=one.values[is_kept]) for one in columns)


def _find_p_value(columns: Columns, is_hit: Mask, box: Box, luck: np.random.Generator) -> float:
    """Return the share of shuffles, with the wins as they are, in which a box as good is found."""
    score, as_good = find_score(find_inside(columns, box), is_hit), 0
    for made in range(1, SHUFFLES + 1):
        shuffled = luck.permutation(is_hit)
        found = find_score(find_inside(columns, find_box(columns, shuffled)), shuffled)
        as_good += found >= score
        if as_good >= MOST_AS_GOOD:
            return as_good / made
    return (as_good + 1) / (SHUFFLES + 1)


def _drop_needless(columns: Columns, is_hit: Mask, box: Box) -> Box:
    """Return the box without limits that do nothing, the least needed of them first."""
    while True:
        found = [
            (find_quasi_p(columns, is_hit, box, side), side.column)
            for side in box
            if is_restricted(columns, side)
        ]
        largest, column = max(found, default=(0.0, 0))
        if largest <= LEAST_QUASI_P or len(found) == 1:
            return box
        box = open_side(columns, box, column)


def find_quasi_p(columns: Columns, is_hit: Mask, box: Box, side: Side) -> float:
    """Return how likely so many hits are in a box if one of its limits does nothing."""
    from scipy import stats  # half a second to import

    inside = find_inside(columns, box)
    wider = find_inside(columns, open_side(columns, box, side.column))
    share = float(is_hit[wider].mean())
    return float(stats.binom.sf(is_hit[inside].sum() - 1, inside.sum(), share))


def _tell(won: Wins, columns: Columns, is_hit: Mask, box: Box, p_value: float) -> DiscoveredBox:
    inside = find_inside(columns, box)
    points, wins = int(inside.sum()), int(is_hit[inside].sum())
    limits = tuple(
        _tell_limit(won, side, find_quasi_p(columns, is_hit, box, side))
        for side in box
        if is_restricted(columns, side)
    )
    coverage = wins / int(won.is_won.sum())
    return DiscoveredBox(limits, points, wins, coverage, wins / points, p_value)


def _tell_limit(won: Wins, side: Side, quasi_p: float) -> Limit:
    key = won.factors[side.column].key
    if side.words is not None:
        known: NDArray[np.str_] = np.unique(won.values[key].astype(str))
        words = tuple(str(known[int(code)]) for code in sorted(side.words))
        return Limit(key, None, None, words, quasi_p)
    low = side.low if np.isfinite(side.low) else None
    return Limit(key, low, side.high if np.isfinite(side.high) else None, None, quasi_p)
