"""Series in a chunk, and the columns of the table of series.

A chunk has a row a run, so all weeks of a run stand in one cell of it, as a list. A chunk is one
file for that reason: it has runs and series, or is not there.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from sim.sweep.columns import build_column
from sim.sweep.subject.subject import Row
from sim.sweep.table import DESIGN, POINT, REPLICATION, SERVICE, WEEK, Outcome

WEEKS = "weeks_of_series"
"""The column of chunks in which series stand."""


def build_weeks_field(series: Sequence[Outcome]) -> Any:
    """Return the column of a chunk: of each run a list of weeks, with a number a series."""
    import pyarrow as pa

    return pa.field(WEEKS, pa.list_(pa.struct([(one.name, pa.float64()) for one in series])))


def pack_weeks(rows: Sequence[Row], series: Sequence[Outcome]) -> Any:
    """Return the weeks of some runs, as that column has them; nothing of one not measured."""
    import pyarrow as pa

    field = build_weeks_field(series)
    lengths = [len(row.series[0]) if row.series else 0 for row in rows]
    numbers = [
        build_column([n for row in rows if row.series for n in row.series[nth]], pa.float64())
        for nth in range(len(series))
    ]
    weeks = pa.StructArray.from_arrays(numbers, fields=list(field.type.value_type))
    offsets = build_column([*accumulate(lengths, initial=0)], pa.int32())
    nothing = build_column([not row.series for row in rows], pa.bool_())
    return pa.ListArray.from_arrays(offsets, weeks, type=field.type, mask=nothing)


def spread_weeks(runs: Any) -> dict[str, Any]:
    """Return a row a week of some runs: the keys of the run, the week, and the series.

    Parameters
    ----------
    runs
        An Arrow table of rows of chunks, with their weeks.
    """
    import numpy as np
    import pyarrow as pa
    from pyarrow import compute

    weeks = runs[WEEKS].combine_chunks()
    of_run = compute.list_parent_indices(weeks)
    lengths = compute.fill_null(compute.list_value_length(weeks), 0).to_numpy()
    first = np.cumsum(lengths) - lengths
    keys = {name: runs[name].take(of_run) for name in (POINT, DESIGN, REPLICATION)}
    week = pa.array(np.arange(lengths.sum()) - np.repeat(first, lengths), pa.int64())
    told = compute.list_flatten(weeks)
    names = [field.name for field in told.type]
    return {**keys, WEEK: week, **dict(zip(names, told.flatten(), strict=True))}


def build_series_schema(series: Sequence[Outcome]) -> Any:
    """Return the columns of the table of series."""
    import pyarrow as pa

    return pa.schema(
        [
            pa.field(POINT, pa.int64(), nullable=False),
            pa.field(SERVICE, pa.string(), nullable=False),
            pa.field(DESIGN, pa.string(), nullable=False),
            pa.field(REPLICATION, pa.int64(), nullable=False),
            pa.field(WEEK, pa.int64(), nullable=False),
            *(
                pa.field(one.name, pa.float64(), metadata={"unit": one.unit, "title": one.title})
                for one in series
            ),
        ]
    )
