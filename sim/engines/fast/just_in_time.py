"""The engine as Numba compiles it: where no library of it was made beforehand."""

import numpy as np

from sim.engines.fast.batch import simulate_batch
from sim.engines.fast.machine import records
from sim.engines.fast.machine.cache import has_code
from sim.engines.fast.machine.compiled import PLACE
from sim.engines.fast.machine.kept_code import find_problem
from sim.message import Message

__all__ = ["PROBLEM", "is_ready", "make_ready", "simulate_batch"]

PROBLEM = PLACE.problem
"""Why what is compiled cannot be kept for the next process, if it cannot."""


def is_ready() -> bool:
    """Tell whether this process has compiled code, or an earlier one has left it behind."""
    return bool(getattr(simulate_batch, "signatures", True)) or has_code(PLACE.folder)


def make_ready() -> Message | None:
    """Compile the engine, or fetch what was compiled before: a batch of no runs.

    Return why it could not be kept for the next time, if that was tried in vain.
    """
    simulate_batch(np.zeros(1, records.WORLD))
    why = find_problem(simulate_batch)
    if why is None:
        return None
    return Message(
        "The compiled engine could not be kept ({why}); next time it is compiled again.", why=why
    )
