"""A sweep in Requisite: a table of points, on as many processes as asked for."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from benchmarks.sweeps.work import RANGES, Function
from sim.sweep import Model, Plan, run


def sweep(function: Function, points: Sequence[Sequence[float]], processes: int) -> int:
    """Run a function at some points; return the number of results."""
    plan = Plan.from_table(None, pd.DataFrame(points, columns=list(RANGES)))
    with tempfile.TemporaryDirectory() as folder:
        found = run(
            plan,
            out=Path(folder) / "sweep",
            model=Model(function, ("y",)),
            replications=1,
            executor="local",
            workers=processes,
        )
        return len(found.runs)
