"""Repeat contact in C, with random numbers of its own."""

import ctypes

from benchmarks import setting
from benchmarks.counted import Counted
from benchmarks.floor.compiled import load


class _Setting(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_double)
        for name in ("arrival_mean_s", "service_mean_s", "return_chance", "return_mean_s")
    ]


def simulate(customers: int, seed: int) -> Counted:
    """Serve so many customers until the last is done, and count."""
    chosen = _Setting(
        setting.REPEAT_ARRIVAL_S, setting.SERVICE_S, setting.RETURN_CHANCE, setting.RETURN_S
    )
    counts = (ctypes.c_double * 4)()
    load("repeat").run(ctypes.c_int64(customers), ctypes.c_uint64(seed), chosen, counts)
    services, returns, faces, waited_s = counts
    return Counted(
        customers, int(services), waited_s / services, returns / services, faces / customers
    )
