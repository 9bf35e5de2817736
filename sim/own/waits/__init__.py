"""Whom does a case wait for? Every wait by what ends it."""

from sim.own.waits.attribute import Attributed, attribute_waits
from sim.own.waits.longest import Between, find_longest
from sim.own.waits.measure import measure_waits
from sim.own.waits.waits import Ender, Waits

__all__ = [
    "Attributed",
    "Between",
    "Ender",
    "Waits",
    "attribute_waits",
    "find_longest",
    "measure_waits",
]
