"""Rows of a table that are no steps: without a case, an activity, or a time that can be read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import UNKNOWN_US
from sim.own.clock import find_time_cells
from sim.own.mapping import Mapping
from sim.own.reading import Table
from sim.plain_text import cut

if TYPE_CHECKING:
    import pandas as pd

MOST_LEFT_OUT = 0.01
"""Share of rows that are left out for what they lack; if more are, all is refused."""
TOO_MANY = Message(
    "expected a case, an activity and a time in each row, but for one in a hundred: fill in what "
    "is missing, or delete those rows"
)
MOST_TOLD, LONGEST_TOLD = 5, 30
"""Rows that are told, and characters of a cell of them."""


class Unreadable(NamedTuple):
    """Rows that are no step, by what they lack."""

    name: str
    """Of the column."""
    rows: NDArray[np.int64]
    """Their numbers in the file."""
    example: str
    """What stands in the first of them."""


def find_unreadable(
    table: Table, mapping: Mapping, times: NDArray[np.int64]
) -> tuple[Unreadable, ...]:
    """Find the rows that are no steps, those first of which there are most.

    Parameters
    ----------
    table, mapping
        As for `build_caselog`.
    times
        Of its rows, `UNKNOWN_US` where none could be read.
    """
    found = []
    for name in dict.fromkeys((mapping.case, mapping.activity, mapping.time)):
        is_time = name == mapping.time
        cells = find_time_cells(table, mapping) if is_time else table.frame[name]
        lacks = times == UNKNOWN_US if is_time else is_blank(cells)
        if lacks.any():
            rows = cells.index.to_numpy(np.int64)[lacks]
            found.append(Unreadable(name, rows, str(cells.iloc[int(np.argmax(lacks))])))
    return tuple(sorted(found, key=lambda one: -len(one.rows)))


def is_blank(cells: "pd.Series[str]") -> NDArray[np.bool_]:
    """Tell of each cell whether nothing stands in it."""
    return (cells.str.strip() == "").to_numpy(dtype=bool)


def find_too_many(found: Sequence[Unreadable], rows: int) -> list[str]:
    """Return a line for each kind of row that is no step, if there are too many of them."""
    if sum(len(one.rows) for one in found) <= MOST_LEFT_OUT * rows:
        return []
    return [*(tell_unreadable(one, rows) for one in found), TOO_MANY]


def tell_unreadable(one: Unreadable, rows: int) -> Message:
    """Say which rows are no steps, and why."""
    told = ", ".join(str(row) for row in one.rows[:MOST_TOLD])
    if not one.example.strip():
        return Message(
            "{column}: empty in {n} of {rows} rows (first: {told})",
            column=one.name,
            n=len(one.rows),
            rows=rows,
            told=told,
        )
    return Message(
        '{column}: no time that can be read in {n} of {rows} rows (first: {told}; "{example}")',
        column=one.name,
        n=len(one.rows),
        rows=rows,
        told=told,
        example=cut(one.example, LONGEST_TOLD),
    )
