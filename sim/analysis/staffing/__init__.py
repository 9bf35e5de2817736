"""Staffing: the staff that each of two designs needs to keep the same promise."""

from sim.analysis.staffing.find import find_staffing
from sim.analysis.staffing.promise import Promise
from sim.analysis.staffing.staffing import Need, Staffing

__all__ = ["Need", "Promise", "Staffing", "find_staffing"]
