"""From the start of a process to its first result, with and without compiled code."""

import os
import resource
import subprocess
import sys
import tempfile
import time

from benchmarks.report import Section, Target
from benchmarks.timing import Timed, summarise

COMMAND = [sys.executable, "-c", "from sim.cli import main; main()"]
ASKED = ["compare", "sickness-benefit", "--replications", "20", "--json"]
COMPILES = """
import time
from sim.engines import get_engine
began = time.monotonic()
get_engine("fast").make_ready()
print(time.monotonic() - began)
"""
MOST_COLD_S, MOST_WARM_S = 45.0, 3.0


def measure_starts(rounds: int) -> Section:
    """Time whole processes, by the clock on the wall and on the processors."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "REQUISITE_CACHE": folder}
        print("  compiling".ljust(78), end="\r", file=sys.stderr)
        told = subprocess.run(
            [sys.executable, "-c", COMPILES],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        compile_s = float(told.stdout)
        warm = [_time_one(environment) for _ in range(rounds + 1)][1:]
    with tempfile.TemporaryDirectory() as folder:
        cold_s, cold_cpu_s = _time_one({**os.environ, "REQUISITE_CACHE": folder})
    warm_s, warm_cpu_s = (summarise(list(of_one)) for of_one in zip(*warm, strict=True))
    return Section(
        "Process starts",
        "`requisite compare sickness-benefit --replications 20`, from start to result.",
        ("start", "by the clock, s", "CPU, s"),
        [
            ("nothing compiled yet", f"{cold_s:.1f}", f"{cold_cpu_s:.1f}"),
            ("compiling alone", f"{compile_s:.1f}", "–"),
            ("compiled before", _spread(warm_s), _spread(warm_cpu_s)),
        ],
        [
            Target("cold compile", compile_s, MOST_COLD_S, unit="s"),
            Target("warm start to result", warm_s.median_s, MOST_WARM_S, unit="s"),
        ],
    )


def _time_one(environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds that a process took by the clock, and of CPU on all its threads."""
    began, cpu_before_s = time.monotonic(), _cpu_of_children()
    subprocess.run([*COMMAND, *ASKED], env=environment, check=True, capture_output=True)
    return time.monotonic() - began, _cpu_of_children() - cpu_before_s


def _cpu_of_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _spread(timed: Timed) -> str:
    return f"{timed.median_s:.2f} ({timed.least_s:.2f}–{timed.most_s:.2f})"
