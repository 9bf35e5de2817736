"""How many processors this process may use: as joblib counts them, whose import takes long.

There may be fewer than the machine has: a process can be bound to some (`taskset`), a container be
given a quota of time, and a user say how many (`LOKY_MAX_CPU_COUNT`, as for joblib).
"""

import math
import os
from contextlib import suppress
from pathlib import Path

MOST = "LOKY_MAX_CPU_COUNT"
CONTROL_GROUPS = Path("/sys/fs/cgroup")


def count_processors() -> int:
    """Return how many processors this process may use, at least 1."""
    there_are = os.cpu_count() or 1
    return max(min(there_are, _bound_to(there_are), _given(there_are), _asked(there_are)), 1)


def _bound_to(otherwise: int) -> int:
    """Return to how many processors this process is bound, where a system can do that."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else otherwise


def _given(otherwise: int) -> int:
    """Return how many processors' time a container is given; what is begun counts as one."""
    for files in (("cpu.max",), ("cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us")):  # version 2, 1
        with suppress(OSError, ValueError):
            text = " ".join((CONTROL_GROUPS / file).read_text() for file in files)
            quota_us, period_us = text.split()
            if quota_us == "max":
                return otherwise
            if int(quota_us) > 0 and int(period_us) > 0:
                return math.ceil(int(quota_us) / int(period_us))
    return otherwise


def _asked(otherwise: int) -> int:
    """Return how many processors a user has asked for."""
    with suppress(ValueError):
        return int(os.environ.get(MOST, otherwise))
    return otherwise
