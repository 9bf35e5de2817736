"""An attribution as a tidy table."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from sim.analysis.attribution.attributed import Attributed, Step
from sim.results import Interval


class Row(NamedTuple):
    """One number of a measure.

    Attributes
    ----------
    part
        What it is: "first", "second", "difference", "share", "alone", "last", "sum_alone",
        "interaction", or of the ladder "mean", "most", "least".
    conditions
        The conditions that it is about, with "+" between them; none for whole designs and means.
    size
        How many conditions are moved, on the ladder.
    mean, low, high
        The number with its interval, in the measure's unit.
    of_whole, of_whole_low, of_whole_high
        The same as a part of the whole difference, where it is given.
    """

    measure: str
    unit: str
    part: str
    conditions: str | None
    size: int | None
    mean: float
    low: float
    high: float
    of_whole: float | None
    of_whole_low: float | None
    of_whole_high: float | None


Numbers = tuple[str, tuple[str, ...], int | None, Interval, Interval | None]


def build_frame(measures: dict[str, Attributed]) -> pd.DataFrame:
    """Build the table; its columns are those of `Row`."""
    rows = [
        Row(name, measure.unit, part, "+".join(about) or None, size, *number, *(of or (None,) * 3))
        for name, measure in measures.items()
        for part, about, size, number, of in _numbers(measure)
    ]
    return pd.DataFrame(rows, columns=list(Row._fields)).astype({"size": "Int64"})


def _numbers(measure: Attributed) -> Iterator[Numbers]:
    yield "first", (), None, measure.first, None
    yield "second", (), None, measure.second, None
    yield "difference", (), None, measure.difference, None
    yield "sum_alone", (), None, measure.sum_alone, measure.sum_alone_of_whole
    for share in measure.shares:
        about = (share.condition,)
        yield "share", about, None, share.share, share.of_whole
        yield "alone", about, None, share.alone, None
        yield "last", about, None, share.last, None
    for pair in measure.interactions:
        yield "interaction", pair.conditions, None, pair.effect, None
    for step in measure.ladder:
        yield from _numbers_of_step(step)


def _numbers_of_step(step: Step) -> Iterator[Numbers]:
    yield "mean", (), step.size, step.mean, step.mean_of_whole
    for part, subset in (("most", step.most), ("least", step.least)):
        yield part, subset.conditions, step.size, subset.effect, subset.of_whole
