"""Measures: what a ledger says about a service and its citizens."""

from sim.measures.cohort import Days
from sim.measures.counting import loaded_rate
from sim.measures.declaration import Better, Measure, Unit
from sim.measures.docstring import read_docstring
from sim.measures.failure_contacts import FAILURE_CAUSES, FAILURE_CONDITIONS
from sim.measures.period import build_period_view
from sim.measures.pools import PoolLoad, pool_loads
from sim.measures.reading import Reading
from sim.measures.registry import FAMILIES, MEASURES, find_measure, measure_all
from sim.measures.scale import Scale
from sim.measures.series import SERIES, find_series, read_series
from sim.measures.view import build_view, cut_out

__all__ = [
    "FAILURE_CAUSES",
    "FAILURE_CONDITIONS",
    "FAMILIES",
    "MEASURES",
    "SERIES",
    "Better",
    "Days",
    "Measure",
    "PoolLoad",
    "Reading",
    "Scale",
    "Unit",
    "build_period_view",
    "build_view",
    "cut_out",
    "find_measure",
    "find_series",
    "loaded_rate",
    "measure_all",
    "pool_loads",
    "read_docstring",
    "read_series",
]
