"""How many of a few staff are busy, by how many jobs there are: Erlang C, turned round.

Erlang C says how many jobs are there at a mean, waiting and in work, where staff are busy for a
part of their time. Read the other way it says how busy staff are who have so many jobs: less than
all of them would allow, for jobs come and go by chance and a free hand helps no job elsewhere.
"""

from functools import lru_cache
from math import floor

import numpy as np

POINTS = 41
FULL = 0.995
"""Busier than this nobody is by chance: then all are."""


@lru_cache(maxsize=256)
def invert_erlang_c(staff: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return jobs by member of staff, and the part of their time that staff are busy with them."""
    busy = np.linspace(0.0, FULL, POINTS)
    jobs = np.array([_count_jobs(staff, part) for part in busy]) / staff
    return (*jobs.tolist(), float(jobs[-1]) * 20), (*busy.tolist(), 1.0)


def _count_jobs(staff: float, busy: float) -> float:
    """Return the mean number of jobs, between those of the whole numbers of staff around it."""
    if staff < 1:
        return staff * busy / (1 - busy)
    low = floor(staff)
    share = staff - low
    fewer = _of_whole(low, busy)
    return fewer + share * (_of_whole(low + 1, busy) - fewer) if share else fewer


def _of_whole(staff: int, busy: float) -> float:
    offered = staff * busy
    blocked = 1.0  # Erlang B, worker by worker
    for worker in range(1, staff + 1):
        blocked = offered * blocked / (worker + offered * blocked)
    waits = blocked / (1 - busy * (1 - blocked))
    return offered + waits * busy / (1 - busy)
