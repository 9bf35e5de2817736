"""Comparison: two designs of a service side by side."""

from sim.analysis.comparison.compare import compare
from sim.analysis.comparison.comparison import Compared, Comparison

__all__ = ["Compared", "Comparison", "compare"]
