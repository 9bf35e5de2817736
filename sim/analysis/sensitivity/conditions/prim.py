"""The patient rule induction method: a box in which something is the case more often than outside.

A box begins with all points. Each step peels a twentieth of them off one end of one factor, or one
word off a factor that takes words, wherever the share of hits grows most for each point that is
lost. Of all boxes on the way the one is taken whose share is furthest from that of all points, in
standard errors; then its ends are pasted back as long as that grows.

Friedman & Fisher 1999, "Bump hunting in high-dimensional data", *Statistics and Computing* 9,
123-143; for a gain per point lost, which is fair to factors of few values, Kwakkel & Jaxa-Rozen
2016, *Environmental Modelling & Software* 79, 311-321.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
PEEL = 0.05
LEAST_SHARE = 0.05
"""A box holds such a share of all points, or more."""


class Column(NamedTuple):
    """One factor at each point: numbers, or words by their number."""

    values: NDArray[np.float64]
    is_word: bool


class Side(NamedTuple):
    """What a box keeps of one factor."""

    column: int
    low: float
    high: float
    words: frozenset[float] | None = None
    """For words: those that are kept."""


Box = tuple[Side, ...]
"""What is kept of each factor, in their order."""


def find_box(columns: tuple[Column, ...], is_hit: Mask) -> Box:
    """Find the box in which hits are furthest above their share of all.

    Parameters
    ----------
    columns
        The factors.
    is_hit
        Whether something is the case, at each point: at some and not at all.
    """
    box = _open(columns)
    best, best_score = box, 0.0
    least = max(int(LEAST_SHARE * len(is_hit)), 2)
    while (peeled := _peel(columns, is_hit, box, least)) is not None:
        box = peeled
        if (score := find_score(find_inside(columns, box), is_hit)) > best_score:
            best, best_score = box, score
    return _paste(columns, is_hit, best)


def find_inside(columns: tuple[Column, ...], box: Box) -> Mask:
    """Return which points lie in a box."""
    inside = np.ones(len(columns[0].values), dtype=bool)
    for side in box:
        inside &= _keeps(columns[side.column], side)
    return inside


def find_score(inside: Mask, is_hit: Mask) -> float:
    """Return how far the share of hits inside is above that of all, in standard errors."""
    base = is_hit.mean()
    spread = np.sqrt(inside.sum() * base * (1 - base))
    return float((is_hit[inside].sum() - inside.sum() * base) / spread) if spread else 0.0


def is_restricted(columns: tuple[Column, ...], side: Side) -> bool:
    """Tell whether a box keeps out any point by this factor."""
    return not bool(_keeps(columns[side.column], side).all())


def open_side(columns: tuple[Column, ...], box: Box, column: int) -> Box:
    """Return a box that keeps all of one factor."""
    return _with(box, _open(columns)[column])


def _open(columns: tuple[Column, ...]) -> Box:
    return tuple(
        Side(nth, -np.inf, np.inf, frozenset(one.values.tolist()) if one.is_word else None)
        for nth, one in enumerate(columns)
    )


def _with(box: Box, side: Side) -> Box:
    return (*box[: side.column], side, *box[side.column + 1 :])


def _keeps(column: Column, side: Side) -> Mask:
    if side.words is not None:
        return np.isin(column.values, list(side.words))
    return (column.values >= side.low) & (column.values <= side.high)


def _peel(columns: tuple[Column, ...], is_hit: Mask, box: Box, least: int) -> Box | None:
    """Return the box less what gains most per point that is lost; `None` if nothing can go."""
    inside = find_inside(columns, box)
    points, share = int(inside.sum()), float(is_hit[inside].mean())
    best, best_gain = None, -np.inf
    for side in box:
        values, hits = columns[side.column].values[inside], is_hit[inside]
        for peeled in _list_peeled(side, values):
            kept = _keeps(Column(values, side.words is not None), peeled)
            left = int(kept.sum())
            if least <= left < points:
                gain = (float(hits[kept].mean()) - share) / (points - left)
                if gain > best_gain:
                    best, best_gain = peeled, gain
    return None if best is None else _with(box, best)


def _list_peeled(side: Side, values: NDArray[np.float64]) -> Iterator[Side]:
    """List what may be kept of a factor; at least its lowest or highest value goes."""
    if side.words is not None:
        yield from (side._replace(words=side.words - {word}) for word in side.words)
        return
    ordered = np.sort(values)
    step = max(int(PEEL * len(ordered)), 1)
    above = ordered[ordered > ordered[step - 1]]
    below = ordered[ordered < ordered[-step]]
    if len(above):
        yield side._replace(low=float(above[0]))
    if len(below):
        yield side._replace(high=float(below[-1]))


def _paste(columns: tuple[Column, ...], is_hit: Mask, box: Box) -> Box:
    """Return the box with its ends put further out as long as that raises its score."""
    score = find_score(find_inside(columns, box), is_hit)
    while True:
        wider = [
            (find_score(find_inside(columns, one), is_hit), one)
            for one in _list_wider(columns, box)
        ]
        found, widest = max(wider, key=lambda pair: pair[0], default=(score, box))
        if found <= score:
            return box
        score, box = found, widest


def _list_wider(columns: tuple[Column, ...], box: Box) -> Iterator[Box]:
    """List boxes with one end of one factor further out, by some points that lie there."""
    for side in box:
        is_near = find_inside(columns, open_side(columns, box, side.column))
        values = columns[side.column].values[is_near]
        if side.words is not None:
            others = set(values.tolist()) - side.words
            yield from (_with(box, side._replace(words=side.words | {one})) for one in others)
            continue
        step = max(int(PEEL * ((values >= side.low) & (values <= side.high)).sum()), 1)
        below, above = np.sort(values[values < side.low]), np.sort(values[values > side.high])
        for size in {1, step}:
            if len(below):
                yield _with(box, side._replace(low=float(below[max(-size, -len(below))])))
            if len(above):
                yield _with(box, side._replace(high=float(above[min(size, len(above)) - 1])))
