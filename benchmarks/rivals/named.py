"""The rivals by name, for whoever runs them all."""

from collections.abc import Callable

from benchmarks.counted import Counted
from benchmarks.rivals import (
    ciw_mm5,
    ciw_repeat,
    salabim_mm5,
    salabim_repeat,
    simpy_mm5,
    simpy_repeat,
)

Simulate = Callable[[int, int], Counted]
"""Serves so many customers with the luck of a seed, and counts."""

MM5: dict[str, Simulate] = {
    "SimPy": simpy_mm5.simulate,
    "Ciw": ciw_mm5.simulate,
    "salabim": salabim_mm5.simulate,
}
REPEAT: dict[str, Simulate] = {
    "SimPy": simpy_repeat.simulate,
    "Ciw": ciw_repeat.simulate,
    "salabim": salabim_repeat.simulate,
}
