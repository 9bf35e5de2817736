"""Which runs there are, and how they are cut into chunks: known beforehand, by arithmetic alone.

A stage is a part of the plan, some of its points, and some replications of each. Its units (a point
in one replication, all designs) are counted point by point, so that neighbours share a scenario.
A chunk is some units one after the other. Chunks of all stages are numbered through. So a sweep of
any size has a chunk map of a few lines, and whoever resumes it finds the same chunks.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, NamedTuple


class Stage(NamedTuple):
    """Some replications of some points of a part."""

    part: int
    first_point: int
    """Number of the part's first point among those of all parts."""
    points: tuple[int, ...] | int
    """Which points, counted within the part, in rising order; or how many, if all."""
    first: int
    replications: int
    """The first replication, and how many."""
    units_per_chunk: int

    @property
    def point_count(self) -> int:
        """Number of points."""
        return self.points if isinstance(self.points, int) else len(self.points)

    @property
    def units(self) -> int:
        """Points times replications."""
        return self.point_count * self.replications

    @property
    def chunks(self) -> int:
        """Number of chunks."""
        return -(-self.units // self.units_per_chunk)

    def point_at(self, place: int) -> int:
        """Return a point by its place among those of the stage."""
        return place if isinstance(self.points, int) else self.points[place]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return self._asdict()

    @classmethod
    def from_dict(cls, found: dict[str, Any]) -> "Stage":
        """Return the stage that JSON holds."""
        points = found["points"]
        return cls(**{**found, "points": points if isinstance(points, int) else tuple(points)})


class Some(NamedTuple):
    """Some replications of one point."""

    point: int
    """Its number within the part."""
    replications: range


class Chunk(NamedTuple):
    """What is handed to a worker at one time, and comes back as one file."""

    number: int
    part: int
    first_point: int
    work: tuple[Some, ...]

    @property
    def units(self) -> int:
        """Points times replications."""
        return sum(len(some.replications) for some in self.work)


def count_chunks(stages: Sequence[Stage]) -> int:
    """Return the number of chunks of some stages."""
    return sum(stage.chunks for stage in stages)


def list_chunks(stages: Sequence[Stage]) -> Iterator[Chunk]:
    """List the chunks of some stages, in the order of their numbers."""
    starts = accumulate((stage.chunks for stage in stages), initial=0)
    for stage, start in zip(stages, starts, strict=False):
        yield from (cut_chunk(stage, start, nth) for nth in range(stage.chunks))


def cut_chunk(stage: Stage, start: int, nth: int) -> Chunk:
    """Return a chunk of a stage whose first chunk has the number `start`."""
    begin = nth * stage.units_per_chunk
    end = min(begin + stage.units_per_chunk, stage.units)
    return Chunk(start + nth, stage.part, stage.first_point, tuple(_cut(stage, begin, end)))


def _cut(stage: Stage, begin: int, end: int) -> Iterator[Some]:
    """Return units from one to another, point by point."""
    while begin < end:
        place, done = divmod(begin, stage.replications)
        count = min(stage.replications - done, end - begin)
        first = stage.first + done
        yield Some(stage.point_at(place), range(first, first + count))
        begin += count


def find_numbers(stages: Sequence[Stage], part: int, low: int, high: int) -> Iterator[int]:
    """List the chunks in which there may be units of some points of a part.

    Parameters
    ----------
    stages
        All stages.
    part
        The part.
    low, high
        Its points from one to another, the last not included.
    """
    starts = accumulate((stage.chunks for stage in stages), initial=0)
    for stage, start in zip(stages, starts, strict=False):
        begin, end = (_first_from(stage, at) * stage.replications for at in (low, high))
        if stage.part == part and begin < end:
            first, last = begin // stage.units_per_chunk, (end - 1) // stage.units_per_chunk
            yield from range(start + first, start + last + 1)


def _first_from(stage: Stage, point: int) -> int:
    """Return the place of the first point of a stage from a number on."""
    if isinstance(stage.points, int):
        return min(point, stage.points)
    return bisect_left(stage.points, point)
