"""The code that runs: a library that was made beforehand, or else what Numba compiles now."""

import os
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sim.engines.fast.machine.library import Library, Simulate, find_library
from sim.message import Message

PLAIN_PYTHON = "NUMBA_DISABLE_JIT"
"""Numba's own variable: whoever sets it wants the engine as plain Python."""


class Code(NamedTuple):
    """Code of the engine.

    Attributes
    ----------
    simulate_batch
        Its entrance, see `sim.engines.fast.batch`.
    is_ready
        Whether it can begin at once.
    make_ready
        Compiles it if it must be; returns why that could not be kept for the next time, if it was
        tried in vain.
    not_kept
        Why what is compiled cannot be kept for the next process, if it cannot.
    not_loaded
        Why the library is not used, if there is one and it is not.
    """

    simulate_batch: Simulate
    is_ready: Callable[[], bool]
    make_ready: Callable[[], Message | None]
    not_kept: Message | None = None
    not_loaded: Message | None = None


@cache
def find_code() -> Code:
    """Return the code that this process runs."""
    is_plain = os.environ.get(PLAIN_PYTHON, "0") not in ("", "0")
    library = Library(None) if is_plain else find_library()
    if library.simulate_batch is not None:
        return Code(library.simulate_batch, is_ready=lambda: True, make_ready=lambda: None)
    from sim.engines.fast import just_in_time  # imports Numba

    return Code(
        just_in_time.simulate_batch,
        just_in_time.is_ready,
        just_in_time.make_ready,
        just_in_time.PROBLEM,
        library.problem,
    )
