"""What a design is: eight conditions of plain quantities with their sources."""

from sim.design.conditions import CONDITIONS, Design, Function
from sim.design.quantity import (
    CHANGED,
    OWN_SOURCES,
    Frozen,
    Possible,
    Quantity,
)

__all__ = [
    "CHANGED",
    "CONDITIONS",
    "OWN_SOURCES",
    "Design",
    "Frozen",
    "Function",
    "Possible",
    "Quantity",
]
