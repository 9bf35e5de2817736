"""One who sweeps, in a process of its own that waits for its turn: a line on its standard input.

So nobody meets the processes of another: joblib's own and ours could not stand side by side. What
is imported here is imported by each process of those who begin them anew (Mesa), so it is little.
"""

import importlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from benchmarks.sweeps.work import RANGES, Function, run_long, run_short
from sim.processors import count_processors

ROOT = Path(__file__).parents[2]
OURS = "Requisite"
SWEEPS = {
    OURS: ("sim", "benchmarks.sweeps.ours"),
    "EMA Workbench": ("ema_workbench", "benchmarks.rivals.ema_sweep"),
    "Mesa": ("mesa", "benchmarks.rivals.mesa_sweep"),
    "joblib": ("joblib", "benchmarks.rivals.joblib_sweep"),
    "joblib, begun anew": ("joblib", "benchmarks.rivals.joblib_anew"),
}
"""The package of each, and where it sweeps."""
FUNCTIONS = {function.__name__: function for function in (run_short, run_long)}


def list_missing() -> list[str]:
    """List the rivals that are not installed: `make bench` has them."""
    return [name for name, (package, _) in SWEEPS.items() if find_spec(package) is None]


def begin(name: str, function: Function, runs: int) -> "subprocess.Popen[str]":
    """Begin somebody's process; it ends when its input does."""
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.sweeps.contestant"]
    return subprocess.Popen(
        [*command, name, function.__name__, str(runs)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def take_turns(name: str, function: Function, runs: int) -> None:
    """Sweep whenever a line comes."""
    points = draw_points(runs)
    for _ in sys.stdin:
        module = importlib.import_module(SWEEPS[name][1])
        found = module.sweep(function, points, count_processors())
        assert found == runs, f"{name}: {found} results"
        print("done", flush=True)


def draw_points(points: int) -> list[tuple[float, ...]]:
    """Draw the points, the same for all who can be given some."""
    luck = np.random.default_rng(1)
    columns = [luck.uniform(low, high, points).tolist() for low, high in RANGES.values()]
    return list(zip(*columns, strict=True))


if __name__ == "__main__":
    take_turns(sys.argv[1], FUNCTIONS[sys.argv[2]], int(sys.argv[3]))
