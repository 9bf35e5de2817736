"""Analyses: what runs are made for, and what they say together.

Whoever shows analyses finds here what has to be known to ask for one.
"""

from sim.engines import DEFAULT_ENGINE, get_engine
from sim.experiment.settings import LEAST_DAYS, LEAST_REPLICATIONS, MOST_DAYS, RunSettings
from sim.experiment.size import estimate_size

__all__ = [
    "DEFAULT_ENGINE",
    "LEAST_DAYS",
    "LEAST_REPLICATIONS",
    "MOST_DAYS",
    "RunSettings",
    "estimate_size",
    "get_engine",
]
