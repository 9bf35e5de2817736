"""The compiled engine in plain Python: what it runs of itself, line by line.

Run as a script with NUMBA_DISABLE_JIT=1, since Numba reads that once. It plays services in which
everything happens, compares log and ledger with the reference engine's, and prints the lines of the
compiled functions that were never run.
"""

import dis
import random
import threading
import warnings
from collections import defaultdict
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from sim.engines import fast
from sim.engines.fast import simulate_batch_fast, simulate_fast
from sim.engines.reference.simulate import simulate_reference
from sim.engines.setting import Setting, begin_progress
from sim.ledger import build_ledger
from tests.agreement.difference import first_difference
from tests.agreement.scenarios import read_play
from tests.agreement.tape import Tape
from tests.agreement.test_ledger import differences

FOLDER = Path(fast.__file__).parent
COMPILED = sorted(FOLDER.rglob("*.py"))
NOT_COMPILED = {"__init__", "arrays", "cache", "compiled", "ledgers", "many", "memory"}
NOT_COMPILED |= {"blueprints", "ready", "records", "settings", "steps", "world"}
PLAYS, LENGTH = 16, 640
Lines = dict[str, set[int]]


def list_lines(code: CodeType) -> set[int]:
    """Return the lines of all functions in some code, without those that define them."""
    lines: set[int] = set()
    for part in code.co_consts:
        if isinstance(part, CodeType):
            lines |= {line for _, line in dis.findlinestarts(part) if line != part.co_firstlineno}
            lines |= list_lines(part)
    return {line for line in lines if line}


def play_all(run: Lines) -> int:
    """Play services with both engines, noting the lines run; return how many books differ."""

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        path = frame.f_code.co_filename
        if not path.startswith(str(FOLDER)):
            return None
        if event == "line":
            run[Path(path).stem].add(frame.f_lineno)
        return trace

    differ = 0
    for seed in range(PLAYS):
        play = read_play(Tape(random.Random(seed).randbytes(LENGTH)))
        asked, expected = play.run(Setting), play.run(simulate_reference)
        threading.settrace(trace)
        log = play.run(simulate_fast)
        ledgers = simulate_batch_fast([asked], begin_progress())
        threading.settrace(None)
        differ += first_difference(expected, log) is not None
        fold = build_ledger(expected, asked.population, asked.blueprint.calendar)
        differ += [differences(fold, ledger) for ledger in ledgers] != [[]]
    return differ


def main() -> None:
    """Print how many histories differ, the lines there are, and those never run."""
    warnings.simplefilter("ignore", RuntimeWarning)  # 64-bit luck overflows, as it should
    run: Lines = defaultdict(set)
    print("differ", play_all(run))
    for path in COMPILED:
        if path.stem not in NOT_COMPILED:
            lines = list_lines(compile(path.read_text(), str(path), "exec"))
            print(path.stem, len(lines), *sorted(lines - run[path.stem]))


if __name__ == "__main__":
    main()
