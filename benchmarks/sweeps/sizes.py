"""Efficiency by the size of chunks, here and on a cluster: what a chunk costs to hand out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from benchmarks.report import Section
from benchmarks.sweeps.models import SHORT, plan_points
from benchmarks.sweeps.on_cluster import WORKERS, connected
from benchmarks.sweeps.swept import Swept, sweep
from sim.processors import count_processors
from sim.sweep.running import run as running

COLUMNS = ("where", "units in a chunk", "chunks", "runs a second", "efficiency", "lost a chunk, ms")


class Place(NamedTuple):
    """Where a sweep is run."""

    name: str
    executor: object
    workers: int


def measure_sizes(runs: int, sizes: Sequence[int], folder: Path) -> Section:
    """Run the same sweep in chunks of several sizes."""
    with connected(folder / "scratch") as (_machines, client):
        rows = measure_local_sizes(runs, sizes, folder / "local")
        rows += _measure(Place("cluster", client, WORKERS), runs, sizes, folder / "cluster")
    return Section(
        "By the size of chunks",
        f"{runs:,} runs of the function. No pilot is flown. The cluster's workers are there "
        "already; the processes of this machine are begun for each sweep, so their beginning is "
        "in what they lose. The rest of what is missing to 100 % is what chunks cost to hand "
        "out, pack, collect and make a table of. What is lost is the workers' time beside runs, "
        "by the number of chunks.",
        COLUMNS,
        rows,
        [],
    )


def measure_local_sizes(runs: int, sizes: Sequence[int], folder: Path) -> list[tuple[str, ...]]:
    """Return the rows of this machine's processors."""
    return _measure(Place("this machine", "local", count_processors()), runs, sizes, folder)


def _measure(place: Place, runs: int, sizes: Sequence[int], folder: Path) -> list[tuple[str, ...]]:
    sweep_in_chunks(place, runs // 10, max(sizes), folder / "first")  # loads what is loaded once
    found = {size: sweep_in_chunks(place, runs, size, folder / str(size)) for size in sizes}
    return [_say(place, size, one) for size, one in found.items()]


def sweep_in_chunks(place: Place, runs: int, size: int, out: Path) -> Swept:
    """Sweep the function in chunks of so many units."""
    asked: dict[str, Any] = {"model": SHORT, "replications": 1, "executor": place.executor}
    with chunks_of(size):
        return sweep(plan_points(runs), out, place.workers, **asked)


@contextmanager
def chunks_of(units: int) -> Iterator[None]:
    """Let all chunks be of so many units, without a pilot."""
    with (
        patch.object(running, "fly_pilot", lambda *_: 1.0),
        patch.object(running, "size_chunks", lambda *_: units),
    ):
        yield


def _say(place: Place, size: int, swept: Swept) -> tuple[str, ...]:
    chunks = -(-swept.runs // size)
    lost_s = swept.wall_s * swept.workers - swept.cpu_s
    return (
        place.name,
        str(size),
        f"{chunks:,}",
        f"{swept.runs_per_s:.0f}",
        f"{swept.efficiency:.1%}",
        f"{1_000 * lost_s / chunks:.1f}",
    )
