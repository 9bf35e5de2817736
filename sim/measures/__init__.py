"""Measures: what a ledger says about a service and its citizens."""

from sim.measures.acquaintance import faces_of_cases, faces_of_months
from sim.measures.backlog import backlog_by_day
from sim.measures.conditions import Condition, failure_contacts_by_condition
from sim.measures.measure import Measure
from sim.measures.reading import Reading
from sim.measures.registry import FAMILIES, MEASURES, find_measure, measure, measure_all
from sim.measures.view import View, build_view

__all__ = [
    "FAMILIES",
    "MEASURES",
    "Condition",
    "Measure",
    "Reading",
    "View",
    "backlog_by_day",
    "build_view",
    "faces_of_cases",
    "faces_of_months",
    "failure_contacts_by_condition",
    "find_measure",
    "measure",
    "measure_all",
]
