"""How many of a few staff are busy, by how many jobs there are: Erlang C, turned round.

Erlang C says how many jobs are there at a mean, waiting and in work, where staff are busy for a
part of their time. Read the other way it says how busy staff are who have so many jobs: less than
all of them would allow, for jobs come and go by chance and a free hand helps no job elsewhere.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Real = NDArray[np.float64]

POINTS = 41
FULL = 0.995
"""Busier than this nobody is by chance: then all are."""
MANY = 20.0
"""Times as many jobs as at that point: then all are."""


@lru_cache(maxsize=256)
def find_busy(
    staff: int, present: float, variation: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return how busy staff are, by how many jobs there are.

    Parameters
    ----------
    staff
        Members of staff.
    present
        Chance that each of them is at work on a day; on other days there are more or fewer.
    variation
        How many times as long queues are as where jobs come and take by chance alone: the mean of
        the variations of what comes and of how long it takes (Allen & Cunneen).

    Returns
    -------
    jobs, busy
        Jobs by mean number of staff at work, and the part of their time that they are busy.
    """
    mean = staff * present
    jobs = count_jobs(staff, np.linspace(0.0, FULL, POINTS), variation)
    jobs = np.append(jobs, jobs[-1] * MANY)
    numbers = np.arange(1, staff + 1)
    weights = stats.binom.pmf(numbers, staff, present)
    busy = sum(
        weight * number * np.interp(jobs / number, *invert_erlang_c(int(number), variation))
        for number, weight in zip(numbers, weights, strict=True)
    )
    return tuple((jobs / mean).tolist()), tuple(np.asarray(busy / mean).tolist())


@lru_cache(maxsize=256)
def invert_erlang_c(staff: int, variation: float = 1.0) -> tuple[Real, Real]:
    """Return jobs by member of staff, and the part of their time that they are busy with them."""
    busy = np.linspace(0.0, FULL, POINTS)
    jobs = count_jobs(staff, busy, variation) / staff
    return np.append(jobs, jobs[-1] * MANY), np.append(busy, 1.0)


def count_jobs(staff: int, busy: Real, variation: float = 1.0) -> Real:
    """Return the mean number of jobs, waiting and in work."""
    offered = staff * busy
    blocked = np.ones_like(offered)  # Erlang B, worker by worker
    for worker in range(1, staff + 1):
        blocked = offered * blocked / (worker + offered * blocked)
    waits = blocked / (1 - busy * (1 - blocked))
    return np.asarray(offered + variation * waits * busy / (1 - busy), np.float64)
