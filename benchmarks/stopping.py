"""What stopping by a rule does to intervals: a normal model, swept with the rule.

``python -m benchmarks.stopping`` prints the table of `docs/sweeps.md`. Each point is a repetition
with luck of its own, so the share of points whose 95 % interval holds the true mean is the coverage
of the interval.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import pandas as pd

from sim.experiment import RunSettings
from sim.experiment.intervals import build_interval
from sim.sweep import Model, Plan, Until, run

SEED, REPETITIONS, MEAN = 1, 2_000, 100.0
DEVIATIONS = (5.0, 10.0, 20.0)
"""Standard deviations between replications; the mean is 100."""
RULE = Until("y", within=0.05, most=50)
COLUMNS = (
    "| standard deviation | coverage | replications, mean | points with 50 |\n|---|---|---|---|"
)


class Stopped(NamedTuple):
    """What came of one standard deviation."""

    deviation: float
    coverage: float
    replications: float
    """Of a point, on average."""
    most: float
    """The share of points that ended only at the most replications."""


def draw(point: Mapping[str, float], seed: int, replication: int) -> dict[str, float]:
    """Draw from a normal distribution, with luck of its own for each point and replication."""
    own = (seed, int(point["repetition"]), replication)
    return {"y": np.random.default_rng(own).normal(MEAN, point["deviation"])}


def measure_stopping(deviations: Sequence[float] = DEVIATIONS) -> list[Stopped]:
    """Sweep the model with the rule, and count which intervals hold the mean."""
    rows = [(n, deviation) for deviation in deviations for n in range(REPETITIONS)]
    plan = Plan.from_table(None, pd.DataFrame(rows, columns=["repetition", "deviation"]))
    model = Model(draw, ("y",))
    with TemporaryDirectory() as folder:
        out = Path(folder) / "sweep"
        frame = run(plan, RunSettings(seed=SEED), out=out, until=RULE, model=model).to_frame()
    return [_count(deviation, rows) for deviation, rows in frame.groupby("deviation")]


def _count(deviation: float, rows: pd.DataFrame) -> Stopped:
    samples = [list(values) for _, values in rows.groupby("point").y]
    intervals = [build_interval(values) for values in samples]
    numbers = np.array([len(values) for values in samples])
    coverage = np.mean([one.low <= MEAN <= one.high for one in intervals])
    return Stopped(deviation, float(coverage), numbers.mean(), (numbers == RULE.most).mean())


def write_rows(found: list[Stopped]) -> str:
    """Return the table as Markdown."""
    rows = [
        f"| {one.deviation:.0f} | {one.coverage:.1%} | {one.replications:.1f} | {one.most:.1%} |"
        for one in found
    ]
    return "\n".join([COLUMNS, *rows])


if __name__ == "__main__":
    print(write_rows(measure_stopping()))
