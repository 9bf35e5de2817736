"""A national sweep on paper: what it comes to, by arithmetic."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.national.assumed import (
    BACK_AFTER_S,
    DESIGNS,
    MTBF_S,
    MUNICIPALITIES,
    WORLDS,
)
from benchmarks.national.handling import Handling
from benchmarks.national.runs import Service
from sim.sweep.folder.folder import CHUNKS_PER_FOLDER

POINTS = MUNICIPALITIES * WORLDS
"""Of each service."""
RUNS = POINTS * DESIGNS
DRAWN, SEED = 4_000, 1
LOOKS_AT_EACH = 2
"""Times that it is looked whether a chunk is there, when a sweep is begun."""


class Paper(NamedTuple):
    """What a national sweep comes to, in chunks of a length."""

    chunk_s: float
    sizes: tuple[int, ...]
    """Units in a chunk of each service."""
    chunks: int
    folders: int
    chunk_bytes: float
    failures: float
    lost_core_s: float
    """Work lost by failures, and time until workers are back."""
    look_s: float
    """To see which chunks are there."""
    tables_s: float
    """To make the tables, by one process."""


def count_core_s(services: Sequence[Service]) -> float:
    """Return the processor time of all runs."""
    return sum(RUNS * service.mean_s for service in services)


def reckon(services: Sequence[Service], handling: Handling, chunk_s: float) -> Paper:
    """Reckon a sweep in chunks of a length; no chunk is of less than a unit."""
    sizes = tuple(max(round(chunk_s / (DESIGNS * one.mean_s)), 1) for one in services)
    chunks = sum(-(-POINTS // size) for size in sizes)
    rows = RUNS * len(services)
    failures = count_core_s(services) / MTBF_S
    return Paper(
        chunk_s=chunk_s,
        sizes=sizes,
        chunks=chunks,
        folders=-(-chunks // CHUNKS_PER_FOLDER),
        chunk_bytes=chunks * handling.chunk_bytes + rows * handling.chunk_row_bytes,
        failures=failures,
        lost_core_s=failures * (chunk_s / 2 + BACK_AFTER_S),
        look_s=LOOKS_AT_EACH * chunks * handling.look_s,
        tables_s=rows * handling.table_row_s + chunks * handling.table_chunk_s,
    )


def draw_chunks(services: Sequence[Service], sizes: Sequence[int]) -> list[float]:
    """Draw chunks with the spread of the runs measured: worlds drawn apart from each other."""
    luck = np.random.default_rng(SEED)
    shares = np.array([POINTS / size for size in sizes])
    counts = luck.multinomial(DRAWN, shares / shares.sum())
    drawn = [
        DESIGNS * luck.choice(service.run_s, (int(count), size)).sum(axis=1)
        for service, size, count in zip(services, sizes, counts, strict=True)
    ]
    return [float(seconds) for seconds in np.concatenate(drawn)]
