"""A comparison as a tidy table."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from sim.results.compared import Compared
from sim.results.interval import Interval

COLUMNS = ("measure", "unit", "demand_type", "design", "mean", "low", "high", "reason")
"""Columns of the table. `demand_type` is empty for all citizens; `design` may be "difference"."""


Measures = dict[str, Compared]


def build_frame(
    designs: tuple[str, str], measures: Measures, by_demand_type: dict[str, Measures]
) -> pd.DataFrame:
    """Build the table: one row for each measure, demand type and design or difference."""
    rows = list(_rows(designs, measures, by_demand_type))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(
    designs: tuple[str, str], measures: Measures, by_demand_type: dict[str, Measures]
) -> Iterator[tuple[Any, ...]]:
    for name, compared in measures.items():
        yield from _rows_of(name, None, compared, designs)
        for demand_type, of_type in by_demand_type.items():
            if name in of_type:
                yield from _rows_of(name, demand_type, of_type[name], designs)


def _rows_of(
    name: str, demand_type: str | None, compared: Compared, designs: tuple[str, str]
) -> Iterator[tuple[Any, ...]]:
    columns = (*designs, "difference")
    intervals = (compared.first, compared.second, compared.difference)
    for design, interval in zip(columns, intervals, strict=True):
        numbers = interval or Interval(float("nan"), float("nan"), float("nan"))
        yield name, compared.unit, demand_type, design, *numbers, compared.reason
