"""The runs of one design as a table of points x replications, and which points cannot be used."""

from typing import TYPE_CHECKING

import numpy as np

from sim.analysis.sensitivity.left_out import NOT_FINITE, NOT_RUN, UNSETTLED
from sim.sweep.table import (
    DESIGN,
    DONE,
    FAILED,
    POINT,
    REFUSED,
    REPLICATION,
    SERVICE,
    SETTLES,
    STATUS,
    TOO_LARGE,
    Table,
)

if TYPE_CHECKING:
    import pandas as pd


def read_design(
    table: Table, service: str, design: str, outcome: str, points: "pd.Index[int]"
) -> "tuple[pd.DataFrame, pd.Series[str]]":
    """Return values of an outcome, and why points cannot be used.

    Returns
    -------
    tuple
        A row a point and a column a replication, NaN where there is none; and by point why it
        cannot be used, empty where it can.
    """
    all_runs = table.runs
    is_asked = (all_runs[SERVICE] == service) & (all_runs[DESIGN] == design)
    runs = all_runs[is_asked & all_runs[POINT].isin(points)]
    values = runs.pivot(index=POINT, columns=REPLICATION, values=outcome)
    return values.reindex(points).astype(float), _find_why(runs, outcome, points)


def _find_why(runs: "pd.DataFrame", outcome: str, points: "pd.Index[int]") -> "pd.Series[str]":
    """Return why each point cannot be used; of several reasons the worst, which is written last."""
    import pandas as pd  # slow to import

    why = pd.Series("", index=points, dtype=object)
    is_finite = np.isfinite(runs[outcome].astype(float))
    why.loc[runs.loc[~is_finite, POINT].unique()] = NOT_FINITE
    why.loc[runs.loc[runs[SETTLES].isin([False]), POINT].unique()] = UNSETTLED
    why.loc[points.difference(pd.Index(runs.loc[runs[STATUS] == DONE, POINT]))] = NOT_RUN
    for status in (FAILED, TOO_LARGE, REFUSED):
        why.loc[runs.loc[runs[STATUS] == status, POINT].unique()] = status
    return why
