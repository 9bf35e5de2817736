"""CPU time, honestly: rounds in turn, the first one left out, the median with its spread."""

import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 5


class Timed(NamedTuple):
    """Seconds of one round, over the rounds."""

    median_s: float
    least_s: float
    most_s: float


def time_in_turn(
    contestants: dict[str, Callable[[], object]],
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.process_time,
) -> dict[str, Timed]:
    """Time some functions, each once in every round.

    Parameters
    ----------
    contestants
        Functions by name.
    rounds
        How many rounds count; one before them does not.
    clock
        What is looked at: processor time of this process, unless it is something else.
    """
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for nth in range(rounds + 1):
        for name, function in contestants.items():
            print(f"  round {nth} of {rounds}: {name}".ljust(78), end="\r", file=sys.stderr)
            began = clock()
            function()
            if nth:
                seconds[name].append(clock() - began)
    print(" " * 78, end="\r", file=sys.stderr)
    return {name: summarise(of_one) for name, of_one in seconds.items()}


def summarise(seconds: list[float]) -> Timed:
    """Return the median of some rounds, the least and the most."""
    return Timed(statistics.median(seconds), min(seconds), max(seconds))


def say_spread(timed: Timed, times: float, places: int = 0) -> str:
    """Return a time in another measure, with the least and the most."""
    median, least, most = (f"{seconds * times:.{places}f}" for seconds in timed)
    return f"{median} ({least}–{most})"
