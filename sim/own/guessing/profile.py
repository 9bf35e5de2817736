"""What the cells of a column look like, whatever its name says."""

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.own.guessing.time_formats import TimeFormat, find_time_format
from sim.own.reading import Table

if TYPE_CHECKING:
    import pandas as pd

MOST_ROWS, MOST_CELLS = 100_000, 3_000
"""Rows at the beginning that are counted, and cells, spread over all, that are looked at."""
LONGEST = 100
"""Characters of a cell that are looked at."""
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
LETTER = re.compile(r"[^\W\d_]")


class Profile(NamedTuple):
    """What the cells of a column look like.

    Attributes
    ----------
    name
        Of the column.
    codes
        Its cells as numbers, -1 if empty. Shape (rows counted,).
    distinct
        How many different ones there are among these.
    blank
        Share that is empty.
    cells
        Some that are not, spread over all rows.
    times
        How times are written, if these are times.
    numbers, words
        Share of `cells` that are numbers, and that have letters.
    """

    name: str
    codes: NDArray[np.int64]
    distinct: int
    blank: float
    cells: tuple[str, ...]
    times: TimeFormat | None
    numbers: float
    words: float

    @property
    def rows_each(self) -> float:
        """How many rows each value has, on average."""
        return (1 - self.blank) * len(self.codes) / max(self.distinct, 1)


def profile_column(table: Table, name: str, *, month_first: bool = False) -> Profile:
    """Look at the cells of a column.

    Parameters
    ----------
    table
        The table.
    name
        Of the column.
    month_first
        What is taken where day and month could be either way round.
    """
    return profile_cells(table.frame[name], name, month_first=month_first)


def profile_cells(column: "pd.Series[str]", name: str, *, month_first: bool = False) -> Profile:
    """Look at cells, whether one column has them or they are put together of several."""
    import pandas as pd

    head = column.head(MOST_ROWS)
    codes, values = pd.factorize(head.mask(head == ""))
    spread = np.unique(np.linspace(0, len(column) - 1, MOST_CELLS).astype(np.int64))
    cells = tuple(cell[:LONGEST] for cell in column.iloc[spread].tolist() if cell.strip())
    count = max(len(cells), 1)
    return Profile(
        name,
        codes.astype(np.int64),
        len(values),
        float((codes < 0).mean()),
        cells,
        find_time_format(cells, month_first=month_first),
        sum(NUMBER.fullmatch(cell.strip()) is not None for cell in cells) / count,
        sum(LETTER.search(cell) is not None for cell in cells) / count,
    )


def share_varying(case: Profile, column: Profile) -> float:
    """Return the share of cases with rows enough in which a column does not stay the same."""
    known = case.codes >= 0
    pairs = np.unique(np.stack([case.codes[known], column.codes[known]]), axis=1)
    values = np.bincount(pairs[0], minlength=case.distinct)
    rows = np.bincount(case.codes[known], minlength=case.distinct)
    several = rows > 1
    return float((values[several] > 1).mean()) if several.any() else 0.0


def share_first_alike(case: Profile, column: Profile) -> float:
    """Return the share of cases that begin with the same value of a column, the commonest."""
    _, first = np.unique(case.codes, return_index=True)
    values = column.codes[first]
    values = values[values >= 0]
    return float(np.bincount(values).max() / len(first)) if len(values) else 0.0
