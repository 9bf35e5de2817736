"""From the start of a process to its first result: with the library, and where Numba compiles."""

import os
import resource
import subprocess
import sys
import tempfile
import time

from benchmarks.report import Section, Target
from benchmarks.timing import Timed, summarise

RUN = "from sim.cli import main; main()"
ASKED = ["compare", "sickness-benefit", "--replications", "20", "--json"]
WITHOUT_LIBRARY = """
from sim.engines.fast import code
from sim.engines.fast.machine.library import Library
code.find_library = lambda: Library(None)
"""
COMPILES = f"""{WITHOUT_LIBRARY}
import time
from sim.engines import get_engine
began = time.monotonic()
get_engine("fast").make_ready()
print(time.monotonic() - began)
"""
BY_NUMBA = WITHOUT_LIBRARY + RUN
MOST_COLD_S, MOST_WARM_S, MOST_WARM_CPU_S, MOST_COLD = 45.0, 0.95, 1.2, 1.1


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
        kept = [_time_one(environment, BY_NUMBA) for _ in range(rounds + 1)][1:]
    with tempfile.TemporaryDirectory() as folder:
        fresh = {**os.environ, "REQUISITE_CACHE": folder}
        cold_s, cold_cpu_s = _time_one(fresh)
        warm = [_time_one(fresh) for _ in range(rounds)]
    warm_s, warm_cpu_s = (summarise(list(of_one)) for of_one in zip(*warm, strict=True))
    kept_s, kept_cpu_s = (summarise(list(of_one)) for of_one in zip(*kept, strict=True))
    return Section(
        "Process starts",
        "`requisite compare sickness-benefit --replications 20`, from start to result.",
        ("start", "by the clock, s", "CPU, s"),
        [
            ("the library, first command", f"{cold_s:.2f}", f"{cold_cpu_s:.2f}"),
            ("the library, later", _spread(warm_s), _spread(warm_cpu_s)),
            ("Numba, compiling alone", f"{compile_s:.1f}", "–"),
            ("Numba, compiled before", _spread(kept_s), _spread(kept_cpu_s)),
        ],
        [
            Target("compiling", compile_s, MOST_COLD_S, unit="s"),
            Target(
                "first command over later ones, CPU", cold_cpu_s / warm_cpu_s.median_s, MOST_COLD
            ),
            Target("later commands, by the clock", warm_s.median_s, MOST_WARM_S, unit="s"),
            Target("later commands, CPU", warm_cpu_s.median_s, MOST_WARM_CPU_S, unit="s"),
        ],
    )


def _time_one(environment: dict[str, str], code: str = RUN) -> tuple[float, float]:
    """Return the seconds that a process took by the clock, and of CPU on all its threads."""
    began, cpu_before_s = time.monotonic(), _cpu_of_children()
    subprocess.run(
        [sys.executable, "-c", code, *ASKED], env=environment, check=True, capture_output=True
    )
    return time.monotonic() - began, _cpu_of_children() - cpu_before_s


def _cpu_of_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _spread(timed: Timed) -> str:
    return f"{timed.median_s:.2f} ({timed.least_s:.2f}–{timed.most_s:.2f})"
