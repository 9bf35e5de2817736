"""Experiments: runs of designs, one or many, on common random numbers."""

from sim.experiment.cells import FOLLOW_UP_DAYS, Cell, Frame, Wanted
from sim.experiment.executors import open_executor_for
from sim.experiment.intervals import FEW_REPLICATIONS
from sim.experiment.loads import Busiest, find_busiest, measure_loads
from sim.experiment.run import Run, simulate, summarise
from sim.experiment.runner import Progress, Replicated, find_frame, replicate
from sim.experiment.samples import Sample
from sim.experiment.settings import (
    AUTO,
    SHIPPED_DESIGNS,
    RunKeywords,
    RunSettings,
    check_pair,
    find_provenance,
)
from sim.experiment.settling import SIGNS, Settling
from sim.experiment.size import Size, estimate_size, fits

__all__ = [
    "AUTO",
    "FEW_REPLICATIONS",
    "FOLLOW_UP_DAYS",
    "SHIPPED_DESIGNS",
    "SIGNS",
    "Busiest",
    "Cell",
    "Frame",
    "Progress",
    "Replicated",
    "Run",
    "RunKeywords",
    "RunSettings",
    "Sample",
    "Settling",
    "Size",
    "Wanted",
    "check_pair",
    "estimate_size",
    "find_busiest",
    "find_frame",
    "find_provenance",
    "fits",
    "measure_loads",
    "open_executor_for",
    "replicate",
    "simulate",
    "summarise",
]
