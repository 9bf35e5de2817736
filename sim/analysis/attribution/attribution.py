"""The result: every measure asked for taken apart, and where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from sim.analysis.attribution.attributed import Attributed, LadderStep
from sim.results import Interval, Provenance, Result

Numbers = tuple[str, tuple[str, ...], int | None, Interval | None, Interval | None]
"""Of one row: part, conditions, size, the number and the same as a part of the whole."""


class AttributionRow(NamedTuple):
    """One number of a measure."""

    measure: str
    unit: str
    part: str
    """What it is: "first", "second", "difference", "share", "alone", "last", "sum_alone",
    "interaction", or of the ladder "mean", "most", "least"."""
    conditions: str | None
    """The conditions that it is about, with "+" between them; none for whole designs and means."""
    size: int | None
    """How many conditions are moved, on the ladder."""
    mean: float
    low: float
    high: float
    """The number with its interval, in the measure's unit."""
    of_whole: float | None
    of_whole_low: float | None
    of_whole_high: float | None
    """The same as a part of the whole difference, where it is given."""


class KeptOut(NamedTuple):
    """A mix of which nothing is told."""

    conditions: tuple[str, ...]
    """Those that are moved."""
    reasons: tuple[str, ...]
    """Why it does not settle."""


@dataclass(frozen=True)
class Attribution(Result):
    """What each condition does between two designs, with 95 % confidence intervals.

    Attributes
    ----------
    service, seed, replications, days
        What was run: calendar days of arrivals, warm-up included.
    designs
        The two designs; a difference is the second less the first.
    conditions
        The conditions, and practices beside them, in which the two differ.
    same_in_both
        The conditions in which they do not: moving one changes nothing.
    runs
        How many runs that took.
    measures
        Each measure that applies in every run, by its name.
    left_out
        Each other measure, and why it does not apply.
    kept_out
        The mixes that do not settle: no order of moving the conditions is taken that leads through
        one.
    provenance
        All that is needed to have the same numbers again.
    """

    COLUMNS = AttributionRow._fields
    TYPES = MappingProxyType({"size": "Int64"})

    service: str
    seed: int
    replications: int
    days: int
    designs: tuple[str, str]
    conditions: tuple[str, ...]
    same_in_both: tuple[str, ...]
    runs: int
    measures: dict[str, Attributed]
    left_out: dict[str, str]
    kept_out: tuple[KeptOut, ...]
    provenance: Provenance

    def list_rows(self) -> Iterator[AttributionRow]:
        """List the rows: one for each number with its interval."""
        for name, measure in self.measures.items():
            yield from _rows(name, measure)


def _rows(name: str, measure: Attributed) -> Iterator[AttributionRow]:
    for part, about, size, number, of in _numbers(measure):
        if number is None:
            continue
        of_whole = of or (None, None, None)
        conditions = "+".join(about) or None
        yield AttributionRow(name, measure.unit, part, conditions, size, *number, *of_whole)


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


def _numbers_of_step(step: LadderStep) -> Iterator[Numbers]:
    yield "mean", (), step.size, step.mean, step.mean_of_whole
    for part, subset in (("most", step.most), ("least", step.least)):
        yield part, subset.conditions, step.size, subset.effect, subset.of_whole
