"""The compiled engine: the whole model in Numba, event for event what the reference engine does."""

from sim.engines.fast.engine import is_ready, make_ready, simulate_batch_fast, simulate_fast
from sim.engines.fast.machine.compiled import PLACE

PROBLEM = PLACE.problem
"""Why what is compiled cannot be kept for the next process, if it cannot."""

__all__ = ["PROBLEM", "is_ready", "make_ready", "simulate_batch_fast", "simulate_fast"]
