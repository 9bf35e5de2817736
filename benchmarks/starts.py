"""From the start of a process to its first result, with and without compiled code."""

import os
import subprocess
import sys
import tempfile
import time

from benchmarks.report import Section, Target

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
    """Time whole processes, by the clock on the wall."""
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
        warm = sorted(_time_one(environment) for _ in range(rounds + 1))
    with tempfile.TemporaryDirectory() as folder:
        cold_s = _time_one({**os.environ, "REQUISITE_CACHE": folder})
    warm_s = warm[len(warm) // 2]
    return Section(
        "Process starts",
        "`requisite compare sickness-benefit --replications 20`, from start to result.",
        ("start", "s"),
        [
            ("nothing compiled yet", f"{cold_s:.1f}"),
            ("compiling alone", f"{compile_s:.1f}"),
            ("compiled before", f"{warm_s:.2f} ({warm[0]:.2f}–{warm[-1]:.2f})"),
        ],
        [
            Target("cold compile", compile_s, MOST_COLD_S, unit="s"),
            Target("warm start to result", warm_s, MOST_WARM_S, unit="s"),
        ],
    )


def _time_one(environment: dict[str, str]) -> float:
    began = time.monotonic()
    subprocess.run([*COMMAND, *ASKED], env=environment, check=True, capture_output=True)
    return time.monotonic() - began
