"""Capability: what a service does over time, and within which limits it predictably goes on."""

from sim.analysis.capability.capability import FACES, LIVED, REPORTED, Capability, Course
from sim.analysis.capability.find import find_capability, find_reform_day
from sim.analysis.capability.limits import Limits, find_limits

__all__ = [
    "FACES",
    "LIVED",
    "REPORTED",
    "Capability",
    "Course",
    "Limits",
    "find_capability",
    "find_limits",
    "find_reform_day",
]
