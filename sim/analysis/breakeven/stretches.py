"""Stretches of a profile in which the sign of the difference is not sure."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sim.analysis.breakeven.profile import Point, sign_of


class Mark(NamedTuple):
    """A value, and which sign the difference surely has there."""

    x: float
    """The value."""
    sure: int
    """The sign; 0 where chance could turn it, and at every root."""
    sign: int
    """The sign of the mean."""
    is_root: bool = False
    """Whether the mean changes sign here, and not only is 0."""


class Stretch(NamedTuple):
    """Neighbouring unsure marks, between sure ones; `None` at the ends of the range."""

    before: Mark | None
    marks: tuple[Mark, ...]
    after: Mark | None

    @property
    def signs(self) -> tuple[int, int]:
        """The sign on either side; at an end of the range that of the mean there."""
        before, after = self.before or self.marks[0], self.after or self.marks[-1]
        return before.sign, after.sign

    @property
    def roots(self) -> tuple[float, ...]:
        """Where the mean changes sign."""
        return tuple(mark.x for mark in self.marks if mark.is_root)


def find_runs(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Return the runs of neighbouring points at which the designs can be judged."""
    for has_one, run in groupby(points, key=lambda point: point.judged is not None):
        if has_one:
            yield list(run)


def find_stretches(run: Sequence[Point], roots: Sequence[float]) -> list[Stretch]:
    """Cut a run of points, with the roots between them, into the stretches that are not sure."""
    marks = [_mark(point) for point in run] + [Mark(root, 0, 0, True) for root in roots]
    groups = [tuple(group) for _, group in groupby(sorted(marks), key=lambda mark: mark.sure)]
    around: list[Mark | None] = [None, *(group[0] for group in groups), None]
    return [
        Stretch(
            before=groups[place - 1][-1] if place else None,
            marks=group,
            after=around[place + 2],
        )
        for place, group in enumerate(groups)
        if group[0].sure == 0
    ]


def _mark(point: Point) -> Mark:
    assert point.judged is not None
    return Mark(point.x, point.judged.sure_sign, sign_of(point.judged.mean))
