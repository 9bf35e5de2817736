"""Experiments: one run, or two designs compared over replications on common random numbers."""

from sim.experiment.compare import AUTO, SHIPPED_DESIGNS, compare
from sim.experiment.replicate import Progress
from sim.experiment.run import RUN_OUT_DAYS, Run, simulate
from sim.experiment.summary import summarise

__all__ = [
    "AUTO",
    "RUN_OUT_DAYS",
    "SHIPPED_DESIGNS",
    "Progress",
    "Run",
    "compare",
    "simulate",
    "summarise",
]
