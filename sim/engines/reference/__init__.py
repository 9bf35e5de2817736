"""The reference engine: the whole model on SimPy."""

from sim.engines.reference.simulate import simulate_reference

__all__ = ["simulate_reference"]
