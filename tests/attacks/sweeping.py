"""Runs or resumes a sweep of a model in a process of its own, so that it can be killed."""

import subprocess
import sys
from pathlib import Path

from sim.sweep import run
from sim.sweep.running import pilot
from tests.unit.sweep.models import WAVING, plan_points

POINTS, REPLICATIONS = 120, 3
SMALL_S = 0.05
"""Work in a chunk, so that there are many."""


def sweep(folder: Path, executor: object) -> tuple[bytes, ...]:
    """Run it, or go on with it; return its tables."""
    pilot.CHUNK_S = SMALL_S
    plan = plan_points(POINTS)
    found = run(
        plan,
        out=folder,
        model=WAVING,
        series=WAVING.series,
        replications=REPLICATIONS,
        executor=executor,
    )
    return read(found.folder.path)


def read(folder: Path) -> tuple[bytes, ...]:
    """Return its tables: of runs, and of series."""
    return tuple((folder / name).read_bytes() for name in ("runs.parquet", "series.parquet"))


def start(folder: Path) -> subprocess.Popen[bytes]:
    """Run it in a process of its own, on two more."""
    command = [sys.executable, "-m", "tests.attacks.sweeping", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sweep(Path(sys.argv[1]), "local")
