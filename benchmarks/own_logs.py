"""What is estimated of event logs, and how well the first half of each foretells the second.

``python -m benchmarks.own_logs FOLDER`` prints it, of every log in a folder (.csv, .csv.gz): what
is estimated, what ends waits, breaks, and *repeat*: the figures of the first half as a forecast of
the second. ``--automatic NAME`` says of an activity that a machine does it. ``--grown N`` measures
seconds and memory for a synthetic log of about so many steps.
"""

import argparse
import resource
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from benchmarks.own_forecast.tell import COMPARED
from sim.errors import RequisiteError
from sim.own.breaks import find_breaks
from sim.own.caselog import DAY_US, UNKNOWN_US, CaseLog, Role
from sim.own.estimate import Estimate
from sim.own.estimates import estimate
from sim.own.halves import split
from sim.own.load import load_caselog
from sim.own.waits import measure_waits

MONDAY_US = 1_704_067_200_000_000
"""The first of January 2024."""


def print_log(log: CaseLog) -> None:
    """Print what is estimated of a log, and what ends its waits."""
    for one in estimate(log).values():
        print(f"  {one.name} {_write(one)}, {one.observed} {one.why_not or ''}")
    for ender, share in measure_waits(log).share.items():
        print(f"  waiting that is for {ender.name.lower()} {_write(share)}")
    for change in find_breaks(log):
        print(f"  break of {change.name} {change.day}: {change.before:.3g} to {change.after:.3g}")


def print_repeat(log: CaseLog) -> None:
    """Print how far the second half is from the first, in parts of what came."""
    before, after = map(estimate, split(log))
    for name in COMPARED:
        said, came = before[name], after[name]
        error = said.value / came.value - 1 if came.value else np.nan
        inside = "inside" if came.low <= said.value <= came.high else "outside"
        print(f"  {name}: {said.value:.3g}, came {_write(came)}; error {error:+.0%}, {inside}")


def _write(one: Estimate) -> str:
    return f"{one.value:.3g} ({one.low:.3g} to {one.high:.3g})"


def mark_automatic(log: CaseLog, names: Iterable[str]) -> CaseLog:
    """Return a log some of whose activities are a machine's."""
    is_automatic = np.isin(log.activity_names, list(names))
    return log._replace(role=np.where(is_automatic, Role.AUTOMATIC, log.role).astype(np.int8))


def build_grown(steps: int) -> CaseLog:
    """Build a log of about so many steps: seven a case, over five years, by 300 persons."""
    luck = np.random.default_rng(1)
    cases = steps // 7
    of_case = luck.poisson(6, cases) + 1
    case = np.repeat(np.arange(cases, dtype=np.int32), of_case)
    begins_us = np.sort(MONDAY_US + luck.integers(0, 5 * 365 * DAY_US, cases))
    wait_us = (luck.lognormal(-1, 1.5, len(case)) * DAY_US).astype(np.int64)
    is_first = np.diff(case, prepend=-1) > 0
    wait_us[is_first] = 0
    since_us = np.cumsum(wait_us)
    end_us = begins_us[case] + since_us - np.repeat(since_us[is_first], of_case)
    return CaseLog(
        case,
        luck.integers(0, 20, len(case), dtype=np.int32),
        luck.integers(0, 300, len(case), dtype=np.int32),
        end_us,
        np.full(len(case), UNKNOWN_US),
        np.array([Role.ASK, Role.CITIZEN] + 18 * [Role.WORK], np.int8),
        np.zeros(300, bool),
        tuple(map(str, range(cases))),
        tuple(map(str, range(20))),
        tuple(map(str, range(300))),
        "Europe/Stockholm",
        int(end_us.max()),
    )


def print_grown(steps: int) -> None:
    """Print how long a large log takes, and how much memory."""
    log = build_grown(steps)
    print(f"{len(log.case)} steps of {log.cases} cases; {_peak_mb():.0f} MB with it in memory")
    for name, work in (
        ("estimate", estimate),
        ("waits", measure_waits),
        ("breaks", find_breaks),
        ("halves", split),
    ):
        begins = time.perf_counter()
        work(log)
        print(f"  {name}: {time.perf_counter() - begins:.1f} s, peak {_peak_mb():.0f} MB")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print what logs tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path, help="where the logs are")
    parser.add_argument("--automatic", action="append", default=[], metavar="NAME")
    parser.add_argument("--grown", type=int, metavar="STEPS")
    asked = parser.parse_args()
    if asked.grown:
        print_grown(asked.grown)
    for path in sorted(asked.folder.glob("*.csv*")) if asked.folder else ():
        try:
            log = mark_automatic(load_caselog(path), asked.automatic)
        except RequisiteError as error:  # a folder may hold other tables
            print(f"{path.name}: {str(error).splitlines()[0]}")
            continue
        print(f"{path.name}: {log.cases} cases, {len(log.case)} steps")
        print_log(log)
        print("  the second half, as the first one has it:")
        print_repeat(log)


if __name__ == "__main__":
    main()
