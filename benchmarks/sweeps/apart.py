"""A sweep in a process of its own: ``python -m benchmarks.sweeps.apart FOLDER function 10000``.

It prints what it took as JSON. So its memory is its own, and it can be killed.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.sweeps.amount import REPLICATIONS
from benchmarks.sweeps.models import SHORT, plan_points
from benchmarks.sweeps.swept import Swept, sweep
from sim.experiment import RunSettings
from sim.processors import count_processors
from sim.sweep import Plan

FUNCTION, SERVICE = "function", "sickness-benefit"
DAYS, DESIGNS = 28, 2
ROOT = Path(__file__).parents[2]


class Apart(NamedTuple):
    """What a sweep in a process of its own took."""

    swept: Swept
    peak_mib: float
    """Memory of the process that hands out and collects, at its peak."""


def sweep_apart(folder: Path, subject: str, runs: int) -> Apart:
    """Run a sweep in a process of its own, and read what it took."""
    command = build_command(folder, subject, runs)
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
    found = json.loads(told.stdout.splitlines()[-1])
    return Apart(Swept(**found["swept"]), found["peak_mib"])


def build_command(folder: Path, subject: str, runs: int) -> list[str]:
    """Return the command that runs a sweep on all processors, or goes on with it."""
    return [sys.executable, "-m", "benchmarks.sweeps.apart", str(folder), subject, str(runs)]


def sweep_locally(folder: Path, subject: str, runs: int) -> Swept:
    """Run a sweep on all processors."""
    return sweep(
        plan(subject, runs),
        folder,
        count_processors(),
        executor="local",
        replications=REPLICATIONS,
        **_ask(subject),
    )


def plan(subject: str, runs: int) -> Plan:
    """Return a plan that comes to so many runs."""
    if subject == FUNCTION:
        return plan_points(runs // REPLICATIONS)
    return Plan.lhs(subject, points=runs // (REPLICATIONS * DESIGNS))


def _ask(subject: str) -> dict[str, Any]:
    return {"model": SHORT} if subject == FUNCTION else {"settings": RunSettings(days=DAYS)}


def _find_peak_mib() -> float:
    """Return the memory of this process at its peak: `getrusage` would tell of its parent, too."""
    told = Path("/proc/self/status").read_text()
    (kib,) = re.findall(r"^VmHWM:\s+(\d+) kB$", told, re.MULTILINE)
    return int(kib) / 1024


if __name__ == "__main__":
    swept = sweep_locally(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
    print(json.dumps({"swept": swept._asdict(), "peak_mib": _find_peak_mib()}))
