"""The reference engine: the whole model on SimPy."""

from sim.engines.reference.batch import simulate_batch_reference
from sim.engines.reference.simulate import simulate_reference

__all__ = ["simulate_batch_reference", "simulate_reference"]
