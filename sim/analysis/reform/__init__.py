"""Reform day: what happens, span by span, as one design becomes another."""

from sim.analysis.reform.course import (
    FACES,
    FAILURE,
    LIVED,
    OPEN,
    Course,
    Reform,
    Transition,
)
from sim.analysis.reform.find import LEAST_SPANS, REPLICATIONS, find_reform, list_possible_days

__all__ = [
    "FACES",
    "FAILURE",
    "LEAST_SPANS",
    "LIVED",
    "OPEN",
    "REPLICATIONS",
    "Course",
    "Reform",
    "Transition",
    "find_reform",
    "list_possible_days",
]
