"""Parquet: the columns of a table, each cell as a text."""

from io import BytesIO
from typing import Any

from sim.message import Message
from sim.own.reading.limits import MOST_CELL, check_shape, check_unpacked, refuse
from sim.own.reading.table import MEGABYTE, OnProgress, Table, drop_empty, name_columns

TIMES = "timestamp"
DAMAGED = Message("cannot be read as Parquet; write it anew")


def read_parquet(content: bytes, name: str, tell: OnProgress) -> Table:
    """Read a table from Parquet; times are ISO 8601, with the offset of UTC where they have a zone.

    Raises
    ------
    ScenarioError
        If it is damaged, or holds no table or more than can be held.
    """
    import pyarrow as pa
    from pyarrow import parquet

    tell(0, max(1, len(content) // MEGABYTE))
    try:
        file = parquet.ParquetFile(BytesIO(content))
        _check(file.metadata, name, len(content))
        table = file.read()
    except (pa.ArrowException, OSError, ValueError) as error:
        raise refuse(name, DAMAGED) from error
    return _build(table, name)


def _check(about: Any, name: str, packed: int) -> None:
    """Check how large it is by what it says of itself, before anything is unpacked."""
    check_shape(name, about.num_rows, about.num_columns)
    groups = (about.row_group(nth) for nth in range(about.num_row_groups))
    check_unpacked(name, packed, sum(group.total_byte_size for group in groups))


def _build(table: Any, name: str) -> Table:
    import pandas as pd

    columns = name_columns(table.column_names)
    texts = {column: _write(table.column(nth)) for nth, column in enumerate(columns)}
    frame = pd.DataFrame(texts, dtype=str)
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    if not frame.empty and frame.apply(lambda cells: cells.str.len().max()).max() > MOST_CELL:
        raise refuse(name, Message("found a cell of more than {most} characters", most=MOST_CELL))
    return Table(name, columns, drop_empty(frame, name), "parquet")


def _write(column: Any) -> list[str]:
    """Return what the cells of a column hold as texts, "" where there is nothing."""
    if str(column.type).startswith(TIMES):
        return ["" if one is None else one.isoformat(sep=" ") for one in column.to_pylist()]
    return ["" if one is None else str(one).strip() for one in column.to_pylist()]
