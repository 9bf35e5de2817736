"""One sweep, and what it took: how much of the time of its workers went into runs."""

import hashlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sim.sweep import Plan, Sweep, run


class Swept(NamedTuple):
    """What a sweep took.

    Attributes
    ----------
    runs
        How many were made.
    workers
        How many made them.
    wall_s
        By the clock, from the call of `run` until its tables are written.
    cpu_s
        Processor time within runs.
    first_s, last_s
        By the clock, when the first and the last chunk were kept.
    first_runs
        Runs of the first chunk.
    table
        Hash of the table of runs.
    """

    runs: int
    workers: int
    wall_s: float
    cpu_s: float
    first_s: float
    last_s: float
    first_runs: int
    table: str

    @property
    def runs_per_s(self) -> float:
        """Runs a second, by the clock."""
        return self.runs / self.wall_s

    @property
    def efficiency(self) -> float:
        """Share of the workers' time that went into runs, beginning and tables included."""
        return self.cpu_s / (self.wall_s * self.workers)

    @property
    def efficiency_under_way(self) -> float:
        """The same between the first chunk and the last one."""
        share = 1 - self.first_runs / self.runs
        return self.cpu_s * share / (max(self.last_s - self.first_s, 1e-9) * self.workers)


def sweep(plan: Plan, out: Path, workers: int, **asked: Any) -> Swept:
    """Run a plan as `sim.sweep.run` is asked to, and tell what it took."""
    seen: list[tuple[float, int]] = []
    began = time.perf_counter()

    def tell(done: int, total: int | None) -> None:
        seen.append((time.perf_counter() - began, done))

    found = run(plan, out=out, on_progress=tell, **asked)
    return _build(found, seen, time.perf_counter() - began, workers)


def _build(found: Sweep, seen: Sequence[tuple[float, int]], wall_s: float, workers: int) -> Swept:
    times = read_timings(found.folder.timings)
    return Swept(
        runs=sum(times["runs"]),
        workers=workers,
        wall_s=wall_s,
        cpu_s=sum(times["cpu_s"]),
        first_s=seen[0][0],
        last_s=seen[-1][0],
        first_runs=seen[0][1],
        table=hash_table(found.folder.path),
    )


def read_timings(file: Path) -> dict[str, list[Any]]:
    """Return what each chunk took, by column."""
    from pyarrow import parquet

    found: dict[str, list[Any]] = parquet.read_table(file).to_pydict()
    return found


def hash_table(folder: Path) -> str:
    """Return a hash of the table of runs in a folder."""
    return hashlib.sha256((folder / "runs.parquet").read_bytes()).hexdigest()
