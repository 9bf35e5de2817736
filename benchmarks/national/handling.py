"""What a chunk costs beside its runs: scheduler, collector, bytes, and the making of tables."""

import time
import tracemalloc
from pathlib import Path
from typing import Any, NamedTuple

import psutil

from benchmarks.sweeps.on_cluster import WORKERS, connected
from benchmarks.sweeps.sizes import Place, chunks_of, sweep_in_chunks
from sim.experiment import RunSettings
from sim.sweep import Plan, Sweep, compact, run
from sim.sweep.folder.folder import Folder

SERVICE, DAYS, FEW, MANY = "sickness-benefit", 28, 25, 125
CHUNKS, KEPT, LOOKS = 600, 200, 2_000


class Handling(NamedTuple):
    """What a chunk, a row and a point cost."""

    scheduler_s: float
    """Processor time of the scheduler for a chunk."""
    collector_s: tuple[float, ...]
    """Time of whoever hands out and collects for a chunk, waiting for the disk included."""
    look_s: float
    """To see whether a chunk is there."""
    chunk_bytes: float
    """Of a chunk beside its rows."""
    chunk_row_bytes: float
    table_row_bytes: float
    table_row_s: float
    """Of the making of tables."""
    table_chunk_s: float
    """The same, for a chunk beside its rows."""
    point_bytes: float
    """Memory of a point of a plan."""


def measure_handling(folder: Path, chunks: int = CHUNKS) -> Handling:
    """Measure all of it, a little each."""
    scheduler_s, client_s, sample = _measure_cluster(folder, chunks)
    kept_s = _time_keeping(Folder(folder / "kept"), sample)
    return Handling(
        scheduler_s=scheduler_s,
        collector_s=tuple(client_s + waited_s for waited_s in kept_s),
        look_s=_time_looking(Folder(folder / "kept")),
        table_chunk_s=_time_tables(folder / "chunks" / "sweep") / chunks,
        point_bytes=_measure_points(),
        **_measure_rows(folder),
    )


def _measure_cluster(folder: Path, chunks: int) -> tuple[float, float, bytes]:
    """Return what a chunk costs the scheduler and the client, in processor time; and a chunk."""
    with connected(folder / "scratch") as (machines, client):
        place = Place("cluster", client, WORKERS)
        sweep_in_chunks(place, chunks // 10, 1, folder / "first")
        scheduler = psutil.Process(machines.scheduler.pid)
        before, mine = _cpu(scheduler), time.process_time()
        out = folder / "chunks" / "sweep"
        sweep_in_chunks(place, chunks, 1, out)
        client_s = time.process_time() - mine - _time_tables(out)
        spent = _cpu(scheduler) - before
    return spent / chunks, client_s / chunks, Folder(out).chunk(0).read_bytes()


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _time_tables(folder: Path) -> float:
    began = time.process_time()
    compact(folder)
    return time.process_time() - began


def _time_keeping(folder: Folder, content: bytes) -> list[float]:
    """Return how long the disk is waited for: keeping a chunk, less its processor time."""
    found = []
    for number in range(KEPT):
        began, worked = time.perf_counter(), time.thread_time()
        folder.keep(number, content)
        waited_s = time.perf_counter() - began - (time.thread_time() - worked)
        found.append(max(waited_s, 0.0))
    return found


def _time_looking(folder: Folder) -> float:
    began = time.perf_counter()
    for number in range(LOOKS):
        folder.is_done(number)
    return (time.perf_counter() - began) / LOOKS


def _measure_rows(folder: Path) -> dict[str, float]:
    """Return bytes and seconds of a row of a service: of many rows, less those of few."""
    few, many = (_sweep_service(folder / f"rows{points}", points) for points in (FEW, MANY))
    more = len(many.runs) - len(few.runs)
    chunk_row = (_count_bytes(many) - _count_bytes(few)) / more
    table_s = [_time_tables(one.folder.path) for one in (few, many)]
    return {
        "chunk_bytes": _count_bytes(few) - chunk_row * len(few.runs),
        "chunk_row_bytes": chunk_row,
        "table_row_bytes": (_size(many.folder.runs) - _size(few.folder.runs)) / more,
        "table_row_s": max(table_s[1] - table_s[0], 0.0) / more,
    }


def _sweep_service(out: Path, points: int) -> Sweep:
    """Sweep a service in one chunk."""
    with chunks_of(points):
        plan = Plan.lhs(SERVICE, points=points)
        return run(plan, RunSettings(days=DAYS), out=out, replications=1)


def _count_bytes(found: Sweep) -> int:
    return _size(found.folder.chunk(0))


def _size(file: Path) -> int:
    return file.stat().st_size


def _measure_points() -> float:
    """Return the memory of a point: a plan of many, less one of few."""
    tracemalloc.start()
    held: list[Any] = [Plan.lhs(SERVICE, points=FEW)]
    before = tracemalloc.get_traced_memory()[0]
    held.append(Plan.lhs(SERVICE, points=FEW + 1_000))
    few = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return few / (FEW + 1_000)
