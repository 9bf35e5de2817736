"""How large chunks are: some runs are made beforehand, and timed.

A task costs a few milliseconds to hand out and collect, so a chunk holds many short runs. It is no
larger than needed, for a chunk is what a killed worker costs, and the last ones leave others idle.
"""

import time
from collections.abc import Sequence

from sim.sweep.plan import Value
from sim.sweep.subject.subject import Subject

CHUNK_S = 0.5
"""Work in a chunk: between a quarter of a second and one."""
LEAST_PER_WORKER = 10
"""Chunks, so that all workers end at about the same time."""
LOOKS_AT, ENOUGH_S = 5, 1.0
"""Points of each part that are run, and after how long no further one is."""


def fly_pilot(
    subject: Subject, part: int, points: Sequence[Sequence[Value]], replications: int
) -> float:
    """Return the processor time of a unit of a part; the first run, which loads, is not timed.

    Points are taken from all over the part, each with as many replications as it will have: they
    share what is built of a point.
    """
    spread = range(0, len(points), max(len(points) // LOOKS_AT, 1))[:LOOKS_AT]
    _run(subject, part, points[0], 1)
    began, units = time.thread_time(), 0
    for at in spread:
        units += _run(subject, part, points[at], min(replications, LOOKS_AT))
        if time.thread_time() - began > ENOUGH_S:
            break
    return max((time.thread_time() - began) / units, 1e-6)


def _run(subject: Subject, part: int, values: Sequence[Value], replications: int) -> int:
    return sum(1 for _ in subject.run_point(part, values, range(replications)))


def size_chunks(units: int, unit_s: float, workers: int) -> int:
    """Return how many of some units make a chunk."""
    return max(min(round(CHUNK_S / unit_s), units // (LEAST_PER_WORKER * workers)), 1)
