"""What holds up a national sweep that is run as one, and from how many workers on."""

from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

from benchmarks.national.assumed import MEMORY_GIB
from benchmarks.national.handling import Handling
from benchmarks.national.paper import POINTS, Paper, count_core_s
from benchmarks.national.runs import Service


class Limit(NamedTuple):
    """Something that holds up a sweep."""

    what: str
    workers: float
    """From how many on; 0 if with any number."""
    mend: str


def find_limits(services: Sequence[Service], handling: Handling, paper: Paper) -> list[Limit]:
    """List what holds up a sweep that is run as one, in the order in which it does."""
    core_s, points = count_core_s(services), POINTS * len(services)
    mean_s = core_s / paper.chunks
    gib = points * handling.point_bytes / 2**30
    limits = [
        Limit(
            "the collector",
            mean_s / fmean(handling.collector_s),
            "longer chunks; several sweeps, each with its own collector",
        ),
        Limit("the scheduler", mean_s / handling.scheduler_s, "longer chunks; several schedulers"),
        Limit(
            "making tables takes as long as all runs",
            core_s / paper.tables_s,
            "a folder, and its tables, for each service and municipality",
        ),
        Limit(
            "looking for chunks takes as long as all runs",
            core_s / paper.look_s,
            "longer chunks; a list of folders that are full",
        ),
    ]
    if gib > MEMORY_GIB:
        told = f"the plan in memory: {gib:,.0f} GiB"
        limits.append(
            Limit(
                told,
                0,
                "a sweep for each service and municipality; points drawn as they are needed",
            )
        )
    return sorted(limits, key=lambda limit: limit.workers)
