"""The compiled engine in plain Python: what it runs of itself, line by line.

Run as a script with NUMBA_DISABLE_JIT=1, since Numba reads that once. It plays services in which
everything happens, compares log and ledger with the reference engine's, and prints the lines of the
compiled functions that were never run.
"""

import dis
import sys
import threading
import warnings
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from sim.engines import fast
from sim.engines.fast import simulate_batch_fast, simulate_fast
from sim.engines.fast.engine import simulate_teams
from sim.engines.reference.simulate import simulate_reference
from sim.engines.request import RunRequest, build_stop_sign
from sim.eventlog import EventLog
from sim.ledger import Ledger, build_ledger
from tests.agreement.apart import ask, tell_team_by_team
from tests.agreement.difference import first_difference
from tests.agreement.scenarios import play_of
from tests.agreement.test_ledger import differences

FOLDER = Path(fast.__file__).parent
NOT_COMPILED = {
    "__init__",
    "arrays",
    "building",
    "cache",
    "code",
    "compiled",
    "engine",
    "growth",
    "just_in_time",
    "kept_code",
    "ledgers",
    "library",
    "rank",
    "sealed",
    "sources",
}
NOT_COMPILED |= {
    "blueprints",
    "dated",
    "joining",
    "memory",
    "records",
    "runs",
    "steps",
    "teams",
    "ties",
    "world",
}
COMPILED = sorted(path for path in FOLDER.rglob("*.py") if path.stem not in NOT_COMPILED)
PATHS = set(map(str, COMPILED))
PLAYS = (1, 4, 5, 6, 9, *range(10, 20))
"""By number: services that run lines which the others do not."""
TEAMS, DAYS = 4, 1
Lines = dict[str, set[int]]


def lines_of(code: CodeType) -> set[int]:
    """Return the lines of a function, without the one that defines it."""
    return {line for _, line in dis.findlinestarts(code) if line and line != code.co_firstlineno}


def list_lines(code: CodeType) -> set[int]:
    """Return the lines of all functions in some code."""
    parts = [part for part in code.co_consts if isinstance(part, CodeType)]
    return set().union(*(lines_of(part) | list_lines(part) for part in parts))


def play_all(run: Lines) -> int:
    """Play services with both engines, noting the lines run; return how many books differ."""
    unrun: dict[CodeType, set[int]] = {}

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        code = frame.f_code
        if code not in unrun:
            unrun[code] = lines_of(code) if code.co_filename in PATHS else set()
        # A function whose lines have all been run is not followed any more: that takes most time.
        return note if unrun[code] else None

    def note(frame: FrameType, event: str, argument: Any) -> Any:
        if event == "line":
            run[Path(frame.f_code.co_filename).stem].add(frame.f_lineno)
            unrun[frame.f_code].discard(frame.f_lineno)
        return note

    @contextmanager
    def noting() -> Iterator[None]:
        threading.settrace(trace)  # a single run has a thread of its own, and so have teams
        sys.settrace(trace)
        yield
        sys.settrace(None)
        threading.settrace(None)

    differ = 0
    for number in PLAYS:
        play = play_of(number)
        asked, expected = play.run(RunRequest), play.run(simulate_reference)
        with noting():
            log = play.run(simulate_fast)
            (ledger,) = simulate_batch_fast([asked], build_stop_sign())
        differ += first_difference(expected, log) is not None
        differ += differences(fold(asked, expected), ledger) != []
    asked = ask("sickness-benefit", "functionalised", TEAMS, DAYS)
    expected = simulate_reference(*asked[:4])
    with noting():
        ledger, _ = simulate_teams(asked, build_stop_sign())
    differ += differences(tell_team_by_team(fold(asked, expected), asked), ledger) != []
    return differ


def fold(asked: RunRequest, log: EventLog) -> Ledger:
    """Return the ledger that a log is folded to."""
    premiums_ppm = [blueprint.layout.premium_ppm for blueprint in asked.blueprints]
    return build_ledger(log, asked.population, asked.blueprint.calendar, premiums_ppm)


def main() -> None:
    """Print how many histories differ, the lines there are, and those never run."""
    warnings.simplefilter("ignore", RuntimeWarning)  # 64-bit luck overflows, as it should
    run: Lines = defaultdict(set)
    print("differ", play_all(run))
    for path in COMPILED:
        lines = list_lines(compile(path.read_text(), str(path), "exec"))
        print(path.stem, len(lines), *sorted(lines - run[path.stem]))


if __name__ == "__main__":
    main()
