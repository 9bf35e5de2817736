"""M/M/5 in C, for the same citizens as Requisite: with its log, row for row, or only counted."""

import ctypes

import numpy as np
from numpy.typing import NDArray

from benchmarks.counted import Counted
from benchmarks.floor.compiled import load
from benchmarks.setting import STAFF
from sim.eventlog import COLUMNS, EventLog
from sim.population import Population
from sim.units import DAY_S

ROWS_PER_CITIZEN = 12
"""At most; `run_logged` of mm5.c writes four on arrival, two at the start, six at the end."""


def run_logged(population: Population, days: int) -> EventLog:
    """Return the log that the reference engine writes of ``services/mm5.toml``."""
    capacity = ROWS_PER_CITIZEN * len(population.key) + STAFF * days
    columns = np.empty((len(COLUMNS), capacity), np.int64)
    run = load("mm5").run_logged
    run.restype = ctypes.c_int64
    rows = run(*_citizens(population), _whole(days * DAY_S), _place(columns), _whole(capacity))
    return EventLog(*columns[:, :rows])


def run_counted(population: Population, days: int) -> Counted:
    """Run without a log, for what the log costs."""
    counts = np.zeros(2, np.int64)
    load("mm5").run_counted(*_citizens(population), _whole(days * DAY_S), _place(counts))
    services, waited_s = counts.tolist()
    return Counted(len(population.key), services, waited_s / services, 0.0, 1.0)


def _citizens(population: Population) -> list[ctypes.c_void_p | ctypes.c_int64]:
    traits = population.key, population.arrival_s, population.content_s
    return [*map(_place, traits), _whole(len(population.key))]


def _place(array: NDArray[np.generic]) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)


def _whole(number: int) -> ctypes.c_int64:
    return ctypes.c_int64(number)
