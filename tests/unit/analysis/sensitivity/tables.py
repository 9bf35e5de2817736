"""Tables of sweeps made by hand: a function in place of the engine."""

from collections.abc import Callable, Mapping, Sequence
from math import nan

import numpy as np
import pandas as pd

from sim.sweep.plan.factor import DUMMY, UNCERTAINTY, Factor
from sim.sweep.table import DONE, Outcome, Table

OUTCOME = Outcome("cost_per_citizen_helped", "SEK per citizen helped", "End-to-end cost", -1)
SHIPPED = ("functionalised", "absorbing")
Model = Callable[[pd.DataFrame], "np.ndarray"]


def factor(key: str, low: float = 0.0, high: float = 1.0, kind=UNCERTAINTY, levels=()) -> Factor:
    return Factor(key, kind, low, high, tuple(levels))


def dummy() -> Factor:
    return Factor("dummy", DUMMY, 0.0, 1.0)


def build_table(
    factors: Sequence[Factor],
    values: pd.DataFrame,
    models: Mapping[str, Model],
    *,
    method: str = "lhs",
    replications: int = 1,
    noise: float = 0.0,
    seed: int = 1,
) -> Table:
    """Run models, by their design, at points; the luck of a replication is of one design only."""
    luck = np.random.default_rng(seed)
    points = values.reset_index(drop=True).rename_axis("point").reset_index()
    points.insert(1, "service", "small-benefit")
    runs = [
        pd.DataFrame(
            {
                "point": points["point"],
                "service": "small-benefit",
                "design": design,
                "replication": replication,
                "status": DONE,
                "error": "",
                "settles": True,
                "engine": "fast",
                OUTCOME.name: model(values) + noise * luck.standard_normal(len(values)),
            }
        )
        for design, model in models.items()
        for replication in range(replications)
    ]
    return Table(
        method,
        tuple(factors),
        (OUTCOME,),
        tuple(models),
        points,
        pd.concat(runs, ignore_index=True),
    )


def spoil(table: Table, points: Sequence[int], design: str | None = None, **cells) -> Table:
    """Return a table in which some runs are otherwise: failed, unsettled, without a value."""
    runs = table.runs.copy()
    is_hit = runs["point"].isin(points) & (True if design is None else runs["design"] == design)
    for column, cell in cells.items():
        runs[column] = runs[column].astype(object)
        runs.loc[is_hit, column] = cell
    return table._replace(runs=runs)


NOT_MEASURED = {OUTCOME.name: nan}


def draw(keys: Sequence[str], points: int, seed: int = 1) -> pd.DataFrame:
    """Draw a Latin hypercube of the unit cube."""
    from scipy.stats import qmc

    sampler = qmc.LatinHypercube(len(keys), rng=np.random.default_rng(seed))
    return pd.DataFrame(sampler.random(points), columns=list(keys))
