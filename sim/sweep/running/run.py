"""Running a sweep to its end: chunks that are not finished, round after round, then the tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import NamedTuple

from sim.sweep.folder.compact import compact
from sim.sweep.folder.folder import Folder
from sim.sweep.folder.known import find_chunks_to_retry, list_known
from sim.sweep.folder.manifest import Manifest
from sim.sweep.folder.stages import Chunk, Stage, list_chunks
from sim.sweep.plan import Until
from sim.sweep.running.asked import Asked
from sim.sweep.running.dispatch import hand_out
from sim.sweep.running.pilot import fly_pilot, size_chunks
from sim.sweep.running.rounds import plan_round
from sim.sweep.running.work import Work, send
from sim.sweep.running.workers import Workers

Progress = Callable[[int, int | None], None]
"""Called with the runs done so far, and how many there will be, if that is known."""


class Ran(NamedTuple):
    """What running came to."""

    rows: int
    """Rows of the table of runs."""
    made: int
    """Runs that were made now, and not before."""
    not_measured: int
    """Of these, how many have no figures: refused, too large or failed."""


@dataclass
class Running:
    """A sweep under way, in a folder that is locked by whoever runs it."""

    folder: Folder
    asked: Asked
    manifest: Manifest
    workers: Workers
    on_progress: Progress | None = None
    made: int = 0
    not_measured: int = 0

    def plan_first(self, replications: int) -> None:
        """Add the stages that bring every point to so many replications; none if it has them."""
        done = self.manifest.replications
        if replications > done:
            self._add(list(self._cut(done, replications - done)))

    def _cut(self, first: int, replications: int) -> Iterator[Stage]:
        subject, before = self.asked.subject, 0
        for number, part in enumerate(self.asked.plan.parts):
            unit_s = fly_pilot(subject, number, part.points, replications)
            units = len(part.points) * replications
            size = size_chunks(units, unit_s, self.workers.count)
            yield Stage(number, before, len(part.points), first, replications, size)
            before += len(part.points)

    def _add(self, stages: Sequence[Stage]) -> None:
        self.manifest = self.manifest.with_stages(stages)
        self.manifest.write(self.folder.path)

    def run(self, until: Until | None, *, retry_failed: bool = False) -> Ran:
        """Make what is not finished, and further rounds for as long as a rule asks for them."""
        again = find_chunks_to_retry(self.folder, self.manifest) if retry_failed else frozenset()
        if again:  # tables are not of these any more, until they are made again
            self.manifest = replace(self.manifest, is_finished=False)
            self.manifest.write(self.folder.path)
        self._make(again)
        while until is not None and self._plan_round(until):
            self._make(frozenset())
        rows = compact(self.folder, self.manifest, self.asked.subject.engine)
        self.manifest = replace(self.manifest, is_finished=True)
        self.manifest.write(self.folder.path)
        return Ran(rows, self.made, self.not_measured)

    def _plan_round(self, until: Until) -> bool:
        known = list_known(self.folder, self.manifest, until.outcome)
        stages = plan_round(until, self.manifest.stages, known)
        if stages:
            self._add(stages)
        return bool(stages)

    def _make(self, again: frozenset[int]) -> None:
        """Make the chunks that are not finished, and some that are."""
        total = self.made + self._count_runs(self._list_missing(again))
        parcel, works = send(self.asked.subject), self._fill(self._list_missing(again))
        with closing(hand_out(self.workers, parcel, works)) as stream:
            for work, made in stream:
                self.folder.keep(work.chunk.number, made.content)
                self.made += made.times.runs
                self.not_measured += made.not_measured
                self._tell(total)

    def _list_missing(self, again: frozenset[int]) -> Iterator[Chunk]:
        for chunk in list_chunks(self.manifest.stages):
            if chunk.number in again or not self.folder.is_done(chunk.number):
                yield chunk

    def _fill(self, chunks: Iterable[Chunk]) -> Iterator[Work]:
        """Return chunks with the values of their points."""
        for chunk in chunks:
            points = self.asked.plan.parts[chunk.part].points
            yield Work(chunk, tuple(points[some.point] for some in chunk.work))

    def _count_runs(self, chunks: Iterable[Chunk]) -> int:
        return len(self.asked.subject.designs) * sum(chunk.units for chunk in chunks)

    def _tell(self, total: int) -> None:
        if self.on_progress is not None:
            self.on_progress(self.made, total)
