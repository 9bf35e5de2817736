"""Measures: what a ledger says about a service and its citizens."""

from sim.measures.acquaintance import faces_of_months
from sim.measures.declaration import Better, Family, Measure, Unit
from sim.measures.failure_contacts import FAILURE_CAUSES, FAILURE_CONDITIONS
from sim.measures.reading import Reading
from sim.measures.registry import FAMILIES, MEASURES, find_measure, measure, measure_all
from sim.measures.time import backlog_by_day
from sim.measures.view import View, build_view

__all__ = [
    "FAILURE_CAUSES",
    "FAILURE_CONDITIONS",
    "FAMILIES",
    "MEASURES",
    "Better",
    "Family",
    "Measure",
    "Reading",
    "Unit",
    "View",
    "backlog_by_day",
    "build_view",
    "faces_of_months",
    "find_measure",
    "measure",
    "measure_all",
]
