"""Indices of each factor: Sobol's shares of variance, and Morris's elementary effects."""

from sim.analysis.sensitivity.indices.index import FactorIndex, Indices
from sim.analysis.sensitivity.indices.morris import find_morris
from sim.analysis.sensitivity.indices.sobol import find_sobol

__all__ = ["FactorIndex", "Indices", "find_morris", "find_sobol"]
