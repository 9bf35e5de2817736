"""The rivals by name, for whoever runs them all."""

from collections.abc import Callable

from benchmarks.counted import Counted
from benchmarks.rivals import (
    cimba_mm5,
    cimba_repeat,
    ciw_mm5,
    ciw_repeat,
    salabim_mm5,
    salabim_repeat,
    simpy_mm5,
    simpy_repeat,
)
from benchmarks.setting import OF_FAST, OF_RIVALS

Simulate = Callable[[int, int], Counted]
"""Serves so many customers with the luck of a seed, and counts."""

MM5: dict[str, Simulate] = {
    "Cimba": cimba_mm5.simulate,
    "SimPy": simpy_mm5.simulate,
    "Ciw": ciw_mm5.simulate,
    "salabim": salabim_mm5.simulate,
}
REPEAT: dict[str, Simulate] = {
    "Cimba": cimba_repeat.simulate,
    "SimPy": simpy_repeat.simulate,
    "Ciw": ciw_repeat.simulate,
    "salabim": salabim_repeat.simulate,
}
CUSTOMERS: dict[str, int] = {**dict.fromkeys(MM5, OF_RIVALS), "Cimba": OF_FAST}
"""How many customers each serves when it is timed."""
