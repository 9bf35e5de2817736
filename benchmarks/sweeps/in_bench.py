"""What `make bench` tells of sweeps: a short race; the rest is written by `benchmarks.sweeps`."""

import tempfile
from pathlib import Path

from benchmarks.report import Section
from benchmarks.sweeps.amount import QUICK_SIZES
from benchmarks.sweeps.race import measure_race
from benchmarks.sweeps.sizes import measure_local_sizes

SIZED_RUNS, RACED_RUNS = 600, (600, 60)
COLUMNS = ("what", "of", "runs a second", "by the clock, s", "beside")
NOTE = (
    " Here each sweep takes a second or two, of which beginnings are much; all of it, larger, is "
    "in [sweeps-measured.md](sweeps-measured.md)."
)


def measure_sweeps(rounds: int) -> Section:
    """Race the others with little work, and sweep in chunks of several sizes."""
    race = measure_race(rounds, RACED_RUNS)
    with tempfile.TemporaryDirectory() as folder:
        sizes = measure_local_sizes(SIZED_RUNS, QUICK_SIZES, Path(folder))
    rows = [
        (who, f"{work} a run", per_s, seconds, ratio)
        for work, who, _, per_s, seconds, ratio in race.rows
    ]
    rows += [
        ("Requisite", f"{size} runs in a chunk", per_s, "", f"efficiency {share}")
        for _, size, _, per_s, share, _ in sizes
    ]
    return Section("Sweeps", race.note + NOTE, COLUMNS, rows, race.targets)
