"""The same function in Requisite's sweep and in those of others, in turns, by the clock."""

import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from benchmarks.report import Section, Target
from benchmarks.sweeps.contestant import OURS, SWEEPS, begin, list_missing
from benchmarks.sweeps.work import Function, run_long, run_short, time_one_ms
from benchmarks.timing import Timed, time_in_turn
from sim.processors import count_processors

COLUMNS = ("work of a run", "who", "runs", "runs a second", "s by the clock", "Requisite is")
NOTE = (
    "The same function, as many processes as there are processors ({processors}), in turns; the "
    "median of {rounds} rounds, the first one left out. What is not fair: the others hand results "
    "back in memory and lose all if they are killed; Requisite writes each chunk to the disk "
    "(fsync), can go on, and leaves tables; a pilot of it is in its time. It begins its processes "
    "for each sweep and ends them after it, and so do EMA Workbench and Mesa (EMA Workbench by a "
    "fork, which imports nothing; Mesa anew, and imports take seconds of its time). Joblib's are "
    "there from the round before, so it is in the race a second time, with its processes ended "
    "after each round. Each contestant is in a process of its own. EMA Workbench draws its own "
    "points."
)


def measure_race(rounds: int, runs: tuple[int, int]) -> Section:
    """Let everybody sweep a short function and a long one."""
    rows, targets = [], []
    for function, count in zip((run_short, run_long), runs, strict=True):
        work = f"{time_one_ms(function):.1f} ms"
        with ExitStack() as stack:
            contestants = _list_contestants(function, count, stack)
            timed = time_in_turn(contestants, rounds, time.perf_counter)
        rows += [_say(work, name, count, timed) for name in timed]
        targets += [
            Target(f"{work} a run: as fast as {name}", _find_ratio(timed, name), least=1.0)
            for name in timed
            if name != OURS
        ]
    note = NOTE.format(processors=count_processors(), rounds=rounds)
    return Section("Beside others", note, COLUMNS, rows, targets)


def _list_contestants(
    function: Function, runs: int, stack: ExitStack
) -> dict[str, Callable[[], object]]:
    """Return what each is to do in a round, in a process that stays from one to the next."""
    missing = list_missing()
    return {
        name: partial(_do, stack.enter_context(begin(name, function, runs)))
        for name in SWEEPS
        if name not in missing
    }


def _do(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None and process.stdout is not None
    print("sweep", file=process.stdin, flush=True)
    assert process.stdout.readline(), "it ended"


def _find_ratio(timed: dict[str, Timed], name: str) -> float:
    """Return how many times as fast Requisite is."""
    return timed[name].median_s / timed[OURS].median_s


def _say(work: str, name: str, runs: int, timed: dict[str, Timed]) -> tuple[str, ...]:
    median_s, least_s, most_s = timed[name]
    ratio = "" if name == OURS else f"{_find_ratio(timed, name):.2f} × as fast"
    seconds = f"{median_s:.2f} ({least_s:.2f}–{most_s:.2f})"
    return work, name, f"{runs:,}", f"{runs / median_s:.0f}", seconds, ratio
