"""Sweeps, measured: ``python -m benchmarks.sweeps`` writes its page, in some twelve minutes.

The machine should have nothing else to do. ``--short`` does a little of it, and writes nothing.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.machine import describe_machine
from benchmarks.report import Section, build_text
from benchmarks.sweeps.amount import REPLICATIONS, SHORT, WHOLE, Amount
from benchmarks.sweeps.kills import measure_kills
from benchmarks.sweeps.local import measure_local
from benchmarks.sweeps.models import SHORT as SHORT_MODEL
from benchmarks.sweeps.models import plan_points
from benchmarks.sweeps.on_cluster import measure_cluster
from benchmarks.sweeps.race import list_missing, measure_race
from benchmarks.sweeps.sizes import measure_sizes
from benchmarks.sweeps.swept import sweep
from benchmarks.sweeps.work import run_long, run_short, time_one_ms
from sim.engines import DEFAULT_ENGINE, get_engine
from sim.files import write_text

PAGE = Path(__file__).parents[2] / "docs" / "sweeps-measured.md"
PACKAGES = ("numpy", "pyarrow", "joblib", "distributed")
HEAD = """# Sweeps, measured

Written by `python -m benchmarks.sweeps`, which measures all of this in one run; not to be edited by
hand. {machine} The folders are on {disk}. The machine's load before was {before:.1f}.

The function that is run does a fixed amount of work: by itself {short_ms:.1f} ms of a processor,
its long form {long_ms:.1f} ms.
"""
SECTIONS = "abcde"
"""Local, kills, cluster, sizes, race."""


def main() -> None:
    """Measure, and write the page, or show what it would be."""
    asked = _read_arguments()
    amount = SHORT if asked.short else WHOLE
    if not asked.short and list_missing():
        sys.exit(
            f"not installed: {', '.join(list_missing())}; run it in the .venv-bench of make bench"
        )
    get_engine(DEFAULT_ENGINE).make_ready()
    texts = [_build_head()]
    with tempfile.TemporaryDirectory() as folder:
        for section in measure(amount, Path(folder), asked.only):
            texts.append(build_text(section))
            print(texts[-1], flush=True)
    if not asked.short and asked.only == SECTIONS:
        write_text(PAGE, "\n".join(texts), overwrite=True)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="do a little, and write nothing")
    parser.add_argument("--only", default=SECTIONS, help="some of abcde; writes nothing")
    return parser.parse_args()


def measure(amount: Amount, folder: Path, only: str) -> Iterator[Section]:
    """Measure some sections, each when it is asked for."""
    if set(only) & set("abc"):
        table = _sweep_serially(amount, folder / "serial")
    if "a" in only:
        yield measure_local(amount, folder, table)
    if "b" in only:
        yield measure_kills(amount, folder / "killed", table)
    if "c" in only:
        yield measure_cluster(amount, folder / "cluster", table)
    if "d" in only:
        yield measure_sizes(amount.sized_runs, amount.sizes, folder / "sized")
    if "e" in only:
        yield measure_race(amount.rounds, amount.raced_runs)


def _sweep_serially(amount: Amount, folder: Path) -> str:
    """Return the hash of the table that all others are held against."""
    plan = plan_points(amount.runs // REPLICATIONS)
    return sweep(plan, folder, 1, model=SHORT_MODEL, replications=REPLICATIONS).table


def _build_head() -> str:
    told = subprocess.run(
        ["df", "--output=fstype", tempfile.gettempdir()],
        check=False,
        capture_output=True,
        text=True,
    )
    return HEAD.format(
        machine=describe_machine(PACKAGES),
        disk=(told.stdout.split() or ["a disk of unknown kind"])[-1],
        before=os.getloadavg()[0],
        short_ms=time_one_ms(run_short),
        long_ms=time_one_ms(run_long),
    )


if __name__ == "__main__":
    main()
