"""The compiled engine in plain Python, on arrays that refuse an index below 0.

Run as a script with NUMBA_DISABLE_JIT=1. Compiled code takes an index as it is: one below 0 would
read and write what lies before the array, without a word. Plain Python would count from its end.
"""

import random
import warnings
from typing import Any

import numpy as np

from sim.engines.fast import simulate_batch_fast, simulate_fast
from sim.engines.fast.machine import arrays
from sim.engines.request import RunRequest, build_stop_sign
from tests.agreement.scenarios import PART, PARTS, read_play
from tests.agreement.tape import Tape

PLAYS = 4


class FromZero(np.ndarray[Any, Any]):
    """An array whose first place is 0."""

    refused = 0
    """How often it was asked for a place before that."""
    asked = 0

    def __getitem__(self, index: Any) -> Any:
        check(index)
        return super().__getitem__(index)

    def __setitem__(self, index: Any, value: Any) -> None:
        check(index)
        super().__setitem__(index, value)


def check(index: Any) -> None:
    """Count an index, and whether it lies below 0."""
    places = index if isinstance(index, tuple) else (index,)
    numbers = [place for place in places if isinstance(place, int | np.integer)]
    FromZero.asked += 1
    FromZero.refused += any(number < 0 for number in numbers)


def watch() -> None:
    """Let every array of the engine be such a one."""
    rows_at, matrix_at = arrays.rows_at, arrays.matrix_at
    arrays.rows_at = lambda *where: rows_at(*where).view(FromZero)
    arrays.matrix_at = lambda *where: matrix_at(*where).view(FromZero)


def main() -> None:
    """Print how many indices there were, and how many below 0."""
    warnings.simplefilter("ignore", RuntimeWarning)  # 64-bit luck overflows, as it should
    watch()
    for seed in range(PLAYS):
        play = read_play(Tape(random.Random(seed).randbytes(PART * PARTS)))
        play.run(simulate_fast)
        simulate_batch_fast([play.run(RunRequest)], build_stop_sign())
    print(FromZero.asked, FromZero.refused)


if __name__ == "__main__":
    main()
