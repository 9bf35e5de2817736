"""Queueing theory: the formulas, and waits by recursion over customers in order of arrival."""

from heapq import heapreplace
from math import factorial

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


def erlang_c(servers: int, load: float) -> float:
    """Chance to wait in M/M/c under an offered load (in servers)."""
    full = load**servers / factorial(servers) / (1 - load / servers)
    return full / (sum(load**k / factorial(k) for k in range(servers)) + full)


def erlang_wait(servers: int, load: float, service: float) -> float:
    """Mean wait in M/M/c; in the unit of the mean service time."""
    return erlang_c(servers, load) * service / (servers - load)


def pollaczek_khinchine(load: float, service: float, cv: float) -> float:
    """Mean wait in M/G/1, by load and by mean and coefficient of variation of the service time."""
    return load * service * (1 + cv**2) / 2 / (1 - load)


def waits_by_recursion(arrival_s: Whole, service_s: Whole, servers: int) -> Whole:
    """Waits of customers served in order of arrival (Kiefer & Wolfowitz 1955)."""
    if servers == 1:
        return lindley(arrival_s, service_s)
    free = [0] * servers
    waits = []
    for arrival, service in zip(arrival_s.tolist(), service_s.tolist(), strict=True):
        begins = max(arrival, free[0])
        heapreplace(free, begins + service)
        waits.append(begins - arrival)
    return np.array(waits, np.int64)


def lindley(arrival_s: Whole, service_s: Whole) -> Whole:
    """Waits before one server: how far a walk of services less gaps stands above its minimum."""
    steps = service_s[:-1] - np.diff(arrival_s)
    walk = np.concatenate([[0], np.cumsum(steps)])
    return np.asarray(walk - np.minimum.accumulate(walk), np.int64)
