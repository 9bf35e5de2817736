"""In what two tables of runs differ: rows, columns, and by how much."""

from math import isnan
from typing import TYPE_CHECKING, NamedTuple

from sim.sweep.table import DESIGN, POINT, REPLICATION

if TYPE_CHECKING:
    import pandas as pd

KEYS = [POINT, DESIGN, REPLICATION]
"""What a row is of."""


class DifferingColumn(NamedTuple):
    """A column that is not the same in both."""

    name: str
    rows: int
    """Rows in which it differs."""
    most: float | None
    """The largest difference; `None` where none is of two numbers."""


class Differences(NamedTuple):
    """In what a table differs from another."""

    missing: int
    added: int
    """Rows that only the first has, and only the second."""
    columns_apart: tuple[str, ...]
    """Columns that only one of them has."""
    rows: int
    """Rows of both in which something differs."""
    of: int
    """Rows of both."""
    columns: tuple[DifferingColumn, ...]

    @property
    def is_none(self) -> bool:
        """Whether all values are the same."""
        return not (self.missing or self.added or self.columns_apart or self.rows)


def find_differing(then: "pd.DataFrame", now: "pd.DataFrame") -> Differences:
    """Find in what the values of two tables of runs differ, whatever the order of their rows."""
    import pandas as pd

    first, second = then.set_index(KEYS), now.set_index(KEYS)
    if not first.index.is_unique:
        raise ValueError(", ".join(KEYS))
    shared = first.index.intersection(second.index)
    names = [name for name in first.columns if name in second.columns]
    apart = tuple(sorted(set(first.columns) ^ set(second.columns)))
    one, other = first.loc[shared, names], second.loc[shared, names]
    differs = pd.DataFrame({name: _differ(one[name], other[name]) for name in names}, shared)
    columns = tuple(
        DifferingColumn(name, int(differs[name].sum()), _find_most(one[name], other[name]))
        for name in names
        if differs[name].any()
    )
    rows = int(differs.any(axis=1).sum())
    return Differences(
        len(first) - len(shared), len(second) - len(shared), apart, rows, len(shared), columns
    )


def _differ(one: "pd.Series", other: "pd.Series") -> "pd.Series":
    """Tell of each row whether two columns differ; nothing and nothing are the same."""
    first, second = one.astype(object), other.astype(object)
    return (first != second) & ~(first.isna() & second.isna())


def _find_most(one: "pd.Series", other: "pd.Series") -> float | None:
    from pandas.api.types import is_float_dtype

    if not (is_float_dtype(one) and is_float_dtype(other)):
        return None
    most = float((one - other).abs().max())
    return None if isnan(most) else most
