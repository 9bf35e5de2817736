"""The points of a plan as a table of Arrow, made without pandas: a sweep has to begin soon."""

from collections.abc import Iterator, Sequence
from typing import Any

from sim.sweep.columns import build_column
from sim.sweep.plan.factor import Value
from sim.sweep.plan.part import Part, write_word

POINT, SERVICE = "point", "service"


def build_point_table(parts: Sequence[Part]) -> Any:
    """Return the points of all parts: point, service, and a column a factor.

    A column holds numbers, or where there is a word among them, all as words. Where a factor is not
    of a service, nothing stands there.
    """
    import pyarrow as pa

    services = [part.name for part in parts for _ in part.points]
    columns = {
        POINT: build_column(range(len(services)), pa.int32()),
        SERVICE: build_column(services, pa.string()),
    }
    for key in dict.fromkeys(factor.key for part in parts for factor in part.factors):
        columns[key] = _build_values([value for part in parts for value in _list(part, key)])
    return pa.Table.from_arrays(list(columns.values()), names=list(columns))


def _list(part: Part, key: str) -> Iterator[Value | None]:
    """Return the values of a factor at the points of a part."""
    keys = [factor.key for factor in part.factors]
    at = keys.index(key) if key in keys else None
    return (None if at is None else point[at] for point in part.points)


def _build_values(values: Sequence[Value | None]) -> Any:
    import pyarrow as pa

    if any(isinstance(value, str) for value in values):
        words = [None if value is None else write_word(value) for value in values]
        return build_column(words, pa.string())
    return build_column(values, pa.float64())
