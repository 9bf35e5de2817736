"""Columns of Arrow from plain values, without pandas.

`pyarrow.array`, and a column's `to_numpy`, import pandas where it is installed, to see whether they
are handed something of it: half a second of whoever runs a sweep, and of each worker, who have no
other use for it.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np


def build_column(values: Sequence[Any], kind: Any) -> Any:
    """Return a column.

    Parameters
    ----------
    values
        What stands in it; `None` where nothing does.
    kind
        Its type in Arrow: int32, int64, float64, bool or string.
    """
    import pyarrow as pa

    is_there = np.array([value is not None for value in values], bool)
    validity = None if is_there.all() else pa.py_buffer(_pack_bits(is_there))
    buffers = map(pa.py_buffer, _LAYOUTS[str(kind)](values))
    return pa.Array.from_buffers(kind, len(values), [validity, *buffers])


def _lay_whole(values: Sequence[int | None]) -> list[bytes]:
    return [np.array([value or 0 for value in values], np.int64).tobytes()]


def _lay_short(values: Sequence[int | None]) -> list[bytes]:
    return [np.array([value or 0 for value in values], np.int32).tobytes()]


def _lay_numbers(values: Sequence[float | None]) -> list[bytes]:
    return [np.array([0.0 if value is None else value for value in values], float).tobytes()]


def _lay_truths(values: Sequence[bool | None]) -> list[bytes]:
    return [_pack_bits(np.array([bool(value) for value in values], bool))]


def _lay_words(values: Sequence[str | None]) -> list[bytes]:
    words = [(value or "").encode() for value in values]
    ends = np.cumsum([0, *map(len, words)], dtype=np.int32)
    return [ends.tobytes(), b"".join(words)]


def _pack_bits(truths: "np.ndarray[Any, np.dtype[np.bool_]]") -> bytes:
    return np.packbits(truths, bitorder="little").tobytes()


_LAYOUTS: dict[str, Callable[[Sequence[Any]], list[bytes]]] = {
    "int32": _lay_short,
    "int64": _lay_whole,
    "double": _lay_numbers,
    "bool": _lay_truths,
    "string": _lay_words,
}
"""What follows the bits that say where a value stands, by the name of a type."""
