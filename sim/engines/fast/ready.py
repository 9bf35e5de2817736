"""Whether there is compiled code, and making it."""

import numpy as np

from sim.engines.fast.batch import simulate_batch
from sim.engines.fast.machine import records
from sim.engines.fast.machine.cache import has_code
from sim.engines.fast.machine.compiled import FOLDER


def is_ready() -> bool:
    """Tell whether this process has compiled code, or an earlier one has left it behind."""
    return bool(getattr(simulate_batch, "signatures", True)) or has_code(FOLDER)


def make_ready() -> None:
    """Compile the engine, or fetch what was compiled before: a batch of no runs."""
    simulate_batch(np.zeros(1, records.WORLD))
