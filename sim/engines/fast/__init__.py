"""The compiled engine: the whole model in Numba, event for event what the reference engine does."""

from sim.engines.fast.code import Code, find_code
from sim.engines.fast.engine import simulate_batch_fast, simulate_fast

__all__ = ["Code", "find_code", "simulate_batch_fast", "simulate_fast"]
