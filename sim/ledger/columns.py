"""The columns of the ledger: how wide each one is, and that nobody can write them."""

from functools import cache
from typing import TypeVar, cast, get_args, get_type_hints

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
"""Times, and what has to be added up."""
Narrow = NDArray[np.int32]
"""Numbers of citizens and staff, counts, and seconds of one case, day, visit or shift."""
Tiny = NDArray[np.int8]
"""Members of an enum, yes or no."""
Mask = NDArray[np.bool_]
Column = Whole | Narrow | Tiny
AnyTable = TypeVar("AnyTable", bound=tuple[Column, ...])


@cache
def read_dtypes(table: type[tuple[Column, ...]]) -> dict[str, np.dtype[np.signedinteger]]:
    """Return the type of each column of a table by name, as its annotations state it."""
    return {name: np.dtype(_scalar(hint)) for name, hint in get_type_hints(table).items()}


def _scalar(hint: object) -> type[np.signedinteger]:
    """Return the scalar of an annotation: that of `numpy.ndarray[shape, numpy.dtype[scalar]]`."""
    return cast(type[np.signedinteger], get_args(get_args(hint)[1])[0])


def build_table(table: type[AnyTable], *columns: NDArray[np.signedinteger]) -> AnyTable:
    """Build a table: each column as wide as the table states, and read-only."""
    dtypes = read_dtypes(table).values()
    fitted = [column.astype(t, copy=False) for t, column in zip(dtypes, columns, strict=True)]
    return tuple.__new__(table, [freeze(column) for column in fitted])


def freeze(column: NDArray[np.signedinteger]) -> NDArray[np.signedinteger]:
    """Make a column read-only."""
    column.setflags(write=False)
    return column


def pick(table: AnyTable, which: Mask | Whole | slice) -> AnyTable:
    """Return the rows that are marked, or listed, or that lie within."""
    if not isinstance(which, slice) and which.dtype == np.bool_:
        which = np.flatnonzero(which)  # a list is read faster than marks, and there are columns
    return tuple.__new__(type(table), [freeze(column[which]) for column in table])
