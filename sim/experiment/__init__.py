"""Experiments: runs of designs, one or many, on common random numbers."""

from sim.experiment.cells import FOLLOW_UP_DAYS, Cell, Wanted
from sim.experiment.intervals import FEW_REPLICATIONS
from sim.experiment.run import Run, simulate, summarise
from sim.experiment.runner import Progress, Replicated, find_warm_up_day, replicate
from sim.experiment.samples import Sample
from sim.experiment.settings import (
    AUTO,
    SHIPPED_DESIGNS,
    RunKeywords,
    RunSettings,
    check_pair,
    find_provenance,
)

__all__ = [
    "AUTO",
    "FEW_REPLICATIONS",
    "FOLLOW_UP_DAYS",
    "SHIPPED_DESIGNS",
    "Cell",
    "Progress",
    "Replicated",
    "Run",
    "RunKeywords",
    "RunSettings",
    "Sample",
    "Wanted",
    "check_pair",
    "find_provenance",
    "find_warm_up_day",
    "replicate",
    "simulate",
    "summarise",
]
