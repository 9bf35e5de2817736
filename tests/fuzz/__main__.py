"""Try some mutants, and tell what became of them, as JSON.

    python -m tests.fuzz loading 0 100000

tries a hundred thousand, from number 0 on. Other rooms are `playing`, `commanding`, `remaking`
(results, for `requisite rerun`) and `teaching` (lessons).
"""

import faulthandler
import json
import sys
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

from sim.engines import get_engine
from tests.fuzz import commanding, loading, playing, remaking, teaching
from tests.fuzz.limits import peak_bytes
from tests.fuzz.mutants import build_mutant, build_plausible

ROOMS: dict[str, Callable[[int], str]] = {
    "loading": lambda number: loading.try_mutant(build_mutant(number)),
    "playing": lambda number: playing.try_mutant(build_plausible(number), number),
    "commanding": lambda number: commanding.try_mutant(build_plausible(number), number),
    "remaking": lambda number: remaking.try_mutant(remaking.build_result(number), number),
    "teaching": lambda number: teaching.try_mutant(teaching.build_lesson(number), number),
}


MOST_TOLD = 2_000
STUCK_S = 120
"""Seconds of the clock after which a mutant has hung where no signal is heard: in compiled code."""


def try_one(try_mutant: Callable[[int], str], number: int, faults: list[str]) -> str:
    """Try a mutant; note what went wrong."""
    faulthandler.dump_traceback_later(STUCK_S, exit=True)
    try:
        return try_mutant(number)
    except Exception as error:
        told = "".join(traceback.format_exception(error))
        faults.append(f"mutant {number}: {told[-MOST_TOLD:]}")
        return "fault"
    finally:
        faulthandler.cancel_dump_traceback_later()


def main(room: str, first: int, count: int) -> None:
    """Try mutants of consecutive numbers; Ctrl-C ends it, and what was found so far is told."""
    warnings.simplefilter("error", RuntimeWarning)  # of numbers that are none, or pass all bounds
    if room != "loading":
        get_engine("fast").make_ready()
    faults: list[str] = []
    outcomes: Counter[str] = Counter()
    with suppress(KeyboardInterrupt):
        for number in range(first, first + count):
            outcomes[try_one(ROOMS[room], number, faults)] += 1
    print(json.dumps({"outcomes": outcomes, "faults": faults, "peak_bytes": peak_bytes()}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
