"""Comparison: two designs of a service side by side."""

from sim.analysis.comparison.compare import compare
from sim.analysis.comparison.comparison import Compared, Comparison
from sim.analysis.comparison.sketch import sketch
from sim.experiment.settling import NOT_WARM

__all__ = ["NOT_WARM", "Compared", "Comparison", "compare", "sketch"]
