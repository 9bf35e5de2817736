"""Functions of a fixed amount of work, which everybody runs; processes import them from here alone.

They do so much, and not until so much time has gone by: whoever is disturbed takes longer.
"""

import math
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any

import numpy as np

RANGES = {name: (-math.pi, math.pi) for name in ("x1", "x2", "x3")}
SHORT_STEPS, LONG_STEPS = 100_000, 1_000_000
"""Some 5 and 50 ms of one processor; what they took is told beside the figures."""
LOOKS = 5

Function = Callable[[Mapping[str, Any], int, int], dict[str, float]]


def run_short(point: Mapping[str, Any], seed: int, replication: int) -> dict[str, float]:
    """Work for some 5 ms."""
    return _run(SHORT_STEPS, point, seed, replication)


def run_long(point: Mapping[str, Any], seed: int, replication: int) -> dict[str, float]:
    """Work for some 50 ms."""
    return _run(LONG_STEPS, point, seed, replication)


def _run(steps: int, point: Mapping[str, Any], seed: int, replication: int) -> dict[str, float]:
    """Return Ishigami's function with luck, which hangs on seed and replication alone."""
    work(steps)
    x1, x2, x3 = point["x1"], point["x2"], point["x3"]
    luck = np.random.default_rng((seed, replication)).normal()
    return {"y": math.sin(x1) + 7 * math.sin(x2) ** 2 + 0.1 * x3**4 * math.sin(x1) + luck}


def work(steps: int) -> int:
    """Count, in Python: nothing is asked of memory, so processes disturb each other least."""
    found = 0
    for nth in range(steps):
        found += nth & 7
    return found


def time_one_ms(function: Function) -> float:
    """Return the processor time of a call, here and by itself, in milliseconds."""
    point, seconds = dict.fromkeys(RANGES, 1.0), []
    for nth in range(LOOKS):
        began = time.thread_time()
        function(point, 1, nth)
        seconds.append(time.thread_time() - began)
    return 1_000 * median(seconds)
