"""The compiled engine: the whole model in Numba, event for event what the reference engine does."""

from sim.engines.fast.engine import is_ready, make_ready, simulate_batch_fast, simulate_fast
from sim.engines.fast.machine.compiled import FOLDER

IS_KEPT = FOLDER is not None
"""Whether what is compiled is kept for the next process."""

__all__ = ["IS_KEPT", "is_ready", "make_ready", "simulate_batch_fast", "simulate_fast"]
