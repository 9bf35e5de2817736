"""How far a sweep has come, from its folder alone; nobody needs to have stopped."""

from collections import Counter
from typing import Any, NamedTuple

from sim.sweep.folder.folder import Folder
from sim.sweep.folder.lock import is_at_work
from sim.sweep.folder.manifest import Manifest
from sim.sweep.folder.rows import read_times
from sim.sweep.folder.stages import count_chunks
from sim.sweep.table import DONE, ERROR, STATUS

MOST_ERRORS = 5


class Status(NamedTuple):
    """How far a sweep has come."""

    title: str
    points: int
    runs: int
    """How many there are to be, as far as is known: a rule may ask for more."""
    runs_made: int
    chunks: int
    chunks_made: int
    by_status: dict[str, int]
    """Runs that were made, by how they ended."""
    errors: dict[str, int]
    """The most frequent errors, and how often each is told."""
    cpu_s: float
    """Processor time of what was made."""
    is_finished: bool
    """Whether all was made that is asked for, and its tables are written."""
    is_at_work: bool
    """Whether a process makes the rest now."""

    @property
    def left_cpu_s(self) -> float:
        """Processor time of the rest, if it is as that which was made."""
        left = self.runs - self.runs_made
        return self.cpu_s / self.runs_made * left if self.runs_made else float("nan")

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return self._asdict()


def find_status(folder: Folder, manifest: Manifest) -> Status:
    """Find how far a sweep has come."""
    from pyarrow import parquet

    by_status, errors, cpu_s, made = Counter[str](), Counter[str](), 0.0, 0
    for number in range(count_chunks(manifest.stages)):
        if folder.is_done(number):
            table = parquet.read_table(folder.chunk(number), columns=[STATUS, ERROR])
            by_status.update(table[STATUS].to_pylist())
            errors.update(error for error in table[ERROR].to_pylist() if error)
            cpu_s += read_times(table.schema.metadata).cpu_s
            made += 1
    units = sum(stage.units for stage in manifest.stages)
    return Status(
        title=manifest.title,
        points=sum(part["points"] for part in manifest.subject["parts"]),
        runs=units * len(manifest.designs),
        runs_made=sum(by_status.values()),
        chunks=count_chunks(manifest.stages),
        chunks_made=made,
        by_status={DONE: 0, **by_status},
        errors=dict(errors.most_common(MOST_ERRORS)),
        cpu_s=cpu_s,
        is_finished=manifest.is_finished,
        is_at_work=is_at_work(folder),
    )
