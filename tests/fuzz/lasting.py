"""Is memory flat over time? Play for so many minutes, here and in what makes runs for visitors.

    python -m tests.fuzz.lasting 20

plays plausible files to both engines in this process, and has each that is accepted compared by the
processes that make the runs of the pages, short ones and long. Every fifth minute it tells what
memory each process holds, as a line of JSON.
"""

import json
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

from sim.engines import get_engine
from sim.errors import RequisiteError
from sim.web.running import Compare, Lane, Results, Scheduler
from sim.web.running.limits import LANES, MOST_EXPECTED_S
from tests.fuzz import playing
from tests.fuzz.loading import load
from tests.fuzz.mutants import build_plausible
from tests.web.serving import list_below

TELLS_EVERY_S = 300.0
MINUTE_S = 60.0
KIB = 1_024
SIZES = ((14, 2), (30, 2), (60, 5), (180, 5), (365, 20))
"""Days and replications: so many that every lane has its share."""


def read_rss_mib(process: int) -> float:
    """Return the memory that a process holds, in MiB."""
    status = Path("/proc", str(process), "status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return round(int(line.split()[1]) / KIB, 1)


def compare(scheduler: Scheduler, content: bytes, number: int) -> str:
    """Have the two designs of a file compared for a visitor; return what became of it in a word."""
    scenario = load(content)
    if scenario is None:
        return "not accepted"
    days, replications = random.Random(number).choice(SIZES)
    first, second, *_ = scenario.designs
    job = Compare(scenario, (first, second), replications, number, days)
    try:
        if job.expected_s > MOST_EXPECTED_S:
            return "too long"
        with scheduler.join("visitor", number, job) as run:
            while not run.wait(1.0):
                pass
            return "compared" if run.result else "nothing"
    except RequisiteError:
        return "refused"


def tell(began_s: float, outcomes: Counter[str]) -> None:
    """Tell how much was done, and what memory this process and those that make runs hold."""
    held = {str(process): read_rss_mib(process) for process in list_below(os.getpid())}
    minutes = round((time.monotonic() - began_s) / MINUTE_S, 1)
    here = read_rss_mib(os.getpid())
    told = {"minutes": minutes, "here_mib": here, "runs_mib": held, "outcomes": outcomes}
    print(json.dumps(told), flush=True)


def main(minutes: float) -> None:
    """Play, and tell now and then."""
    get_engine("fast").make_ready()
    scheduler = Scheduler([Lane(limits) for limits in LANES], Results())
    began_s, number, told = time.monotonic(), 0, -1
    outcomes: Counter[str] = Counter()
    while (lasts_s := time.monotonic() - began_s) < minutes * MINUTE_S:
        if int(lasts_s / TELLS_EVERY_S) > told and number >= len(SIZES) ** 2:
            told = int(lasts_s / TELLS_EVERY_S)
            tell(began_s, outcomes)
        content = build_plausible(number)
        outcomes[playing.try_mutant(content, number)] += 1
        outcomes[compare(scheduler, content, number)] += 1
        number += 1
    tell(began_s, outcomes)


if __name__ == "__main__":
    main(float(sys.argv[1]))
