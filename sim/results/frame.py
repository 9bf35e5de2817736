"""A comparison as a tidy table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from sim.results.interval import Interval

if TYPE_CHECKING:
    from sim.results.comparison import Compared, Comparison

COLUMNS = ("measure", "unit", "demand_type", "design", "mean", "low", "high", "reason")
"""Columns of the table. `demand_type` is empty for all citizens; `design` may be "difference"."""


def build_frame(comparison: "Comparison") -> pd.DataFrame:
    """Build the table: one row for each measure, demand type and design or difference."""
    return pd.DataFrame(list(_rows(comparison)), columns=list(COLUMNS))


def _rows(comparison: "Comparison") -> Iterator[tuple[Any, ...]]:
    for name, compared in comparison.measures.items():
        yield from _rows_of(name, None, compared, comparison.designs)
        for demand_type, measures in comparison.by_demand_type.items():
            if name in measures:
                yield from _rows_of(name, demand_type, measures[name], comparison.designs)


def _rows_of(
    name: str, demand_type: str | None, compared: "Compared", designs: tuple[str, str]
) -> Iterator[tuple[Any, ...]]:
    columns = (*designs, "difference")
    intervals = (compared.first, compared.second, compared.difference)
    for design, interval in zip(columns, intervals, strict=True):
        numbers = interval or Interval(float("nan"), float("nan"), float("nan"))
        yield name, compared.unit, demand_type, design, *numbers, compared.reason
