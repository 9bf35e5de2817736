"""A table as it was read, with what was done to read it."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from sim.errors import ScenarioError
from sim.message import Message
from sim.plain_text import cut

if TYPE_CHECKING:
    import pandas as pd

OnProgress = Callable[[int, int | None], None]
"""Told how many megabytes are done, and of how many, if that is known."""
MEGABYTE = 1_000_000
LONGEST_NAME = 100
"""Characters of a column's name; what is longer is cut."""


class Table(NamedTuple):
    """A table of a visitor's own.

    Attributes
    ----------
    name
        Of the file.
    columns
        Names of its columns, no two alike.
    frame
        Its cells, as texts: "" where a cell is empty. Its index has the number of each row in the
        file, where the first row is 1.
    format
        "csv", "xlsx", "xes" or "parquet".
    encoding
        Of a text file: "utf-8", "utf-16" or "cp1252", for example.
    delimiter
        What stands between the cells of a text file.
    decimal
        The decimal sign of its numbers: "." or ",".
    sheet
        The sheet that was read of a workbook.
    notes
        What was done that the file does not say: rows left out, sheets not read.
    left_out
        Numbers of the rows that were left out because they have more or fewer cells.
    """

    name: str
    columns: tuple[str, ...]
    frame: "pd.DataFrame"
    format: str
    encoding: str = ""
    delimiter: str = ""
    decimal: str = "."
    sheet: str = ""
    notes: tuple[Message, ...] = ()
    left_out: tuple[int, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows it has, without that of the names."""
        return len(self.frame)


def name_columns(cells: Iterable[str]) -> tuple[str, ...]:
    """Return names of columns from the cells above them: each has one, and no two are alike."""
    names: dict[str, int] = {}
    for nth, cell in enumerate(cells, 1):
        wanted = cut(" ".join(cell.split()), LONGEST_NAME) or f"column {nth}"
        name = wanted
        while name in names:
            names[wanted] += 1
            name = f"{wanted} ({names[wanted]})"
        names[name] = 1
    return tuple(names)


def count_megabytes(n_bytes: int) -> int:
    """Return bytes as megabytes for a bar: one at least."""
    return max(1, n_bytes // MEGABYTE)


def drop_empty(frame: "pd.DataFrame", name: str) -> "pd.DataFrame":
    """Return a table without rows that hold nothing.

    Raises
    ------
    ScenarioError
        If no row is left.
    """
    found = frame[~(frame == "").all(axis=1)]
    if found.empty:
        nothing = Message("found names of columns and no rows, expected one for each step")
        raise ScenarioError(name, [nothing])
    return found
