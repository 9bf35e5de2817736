"""Sections of the page: what a national sweep comes to, and what breaks first."""

from collections.abc import Mapping, Sequence

from benchmarks.national import assumed
from benchmarks.national.dispatch import Dispatched
from benchmarks.national.handling import Handling
from benchmarks.national.limits import Limit
from benchmarks.national.paper import POINTS, RUNS, Paper
from benchmarks.national.runs import Service
from benchmarks.report import Section
from sim.sweep.running.pilot import LEAST_PER_WORKER
from sim.sweep.running.workers import Workers

HOUR_S, GB, GIB = 3600.0, 1e9, 2**30


def write_paper(
    services: Sequence[Service], handling: Handling, papers: Sequence[Paper]
) -> Section:
    """Write what it comes to by arithmetic."""
    rows = [_say_paper(paper) for paper in papers]
    table_gb = RUNS * len(services) * handling.table_row_bytes / GB
    points_gib = POINTS * len(services) * handling.point_bytes / GIB
    note = (
        f"One sweep of all. The table of runs is of {table_gb:.1f} GB whatever the chunks are; the "
        f"plan's {POINTS * len(services):,} points take {points_gib:,.0f} GiB of memory. A service "
        "whose unit is longer than a chunk has one unit in it. Failures are by the assumed time "
        "between them; each costs half a chunk and the time until the worker is back."
    )
    columns = (
        "chunks of, s",
        "chunks, files",
        "folders",
        "chunks, GB",
        "failures (assumed)",
        "lost, core-hours (assumed)",
        "looking for chunks, h",
        "making tables, h",
        f"most workers of a sweep of {assumed.WORLDS:,} points",
    )
    return Section("On paper", note, columns, rows, [])


def _say_paper(paper: Paper) -> tuple[str, ...]:
    largest = assumed.WORLDS // (LEAST_PER_WORKER * max(paper.sizes))
    return (
        f"{paper.chunk_s:g}",
        f"{paper.chunks:,}",
        f"{paper.folders:,}",
        f"{paper.chunk_bytes / GB:.1f}",
        f"{paper.failures:,.0f}",
        f"{paper.lost_core_s / HOUR_S:,.0f}",
        f"{paper.look_s / HOUR_S:.2f}",
        f"{paper.tables_s / HOUR_S:.1f}",
        f"{max(largest, 1)}",
    )


def write_simulated(found: Mapping[tuple[int, float], Dispatched], core_s: float) -> Section:
    """Write what the dispatch came to."""
    rows = [
        (
            f"{workers:,}",
            f"{chunk_s:g}",
            f"{core_s / (workers * one.efficiency) / HOUR_S:,.1f}",
            f"{one.efficiency:.1%}",
            f"{one.lost:.2%}",
            f"{one.scheduler_queue:,.1f}",
            f"{one.collector_queue:,.1f}",
        )
        for (workers, chunk_s), one in found.items()
    ]
    note = (
        "A model in SimPy (`benchmarks/national/dispatch.py`) of one scheduler, one collector and "
        f"so many workers, {Workers.under_way_each} chunks under way for each; times as measured "
        "above, failures as assumed. A stretch is simulated, and its pace taken for the whole; "
        "hours are without tables. The network, and workers that hold what others could make, are "
        "left out."
    )
    columns = (
        "workers",
        "chunks of, s",
        "hours",
        "efficiency",
        "lost by failures",
        "queue at the scheduler",
        "queue at the collector",
    )
    return Section("By simulation", note, columns, rows, [])


def write_limits(limits: Mapping[float, Sequence[Limit]]) -> Section:
    """Write what breaks first, second and third."""
    rows = [
        (
            f"{chunk_s:g}",
            str(nth),
            limit.what,
            f"{limit.workers:,.0f}" if limit.workers else "any number",
            limit.mend,
        )
        for chunk_s, of_one in limits.items()
        for nth, limit in enumerate(of_one, 1)
    ]
    note = (
        "In the order in which it holds up a sweep that is run as one, with ever more workers. A "
        "sweep for each service and municipality mends most of it, but then each is small: chunks "
        f"are at least {LEAST_PER_WORKER} to a worker, so they are short unless each sweep has few "
        "workers, as the last column on paper says (of the service with the shortest runs). Many "
        "such sweeps are run side by side, each with its own collector."
    )
    columns = ("chunks of, s", "", "what", "from so many workers", "what would mend it")
    return Section("What breaks first", note, columns, rows, [])
