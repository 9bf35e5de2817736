"""Weeks of a run, and what is declared of a series that tells of each of them.

A run begins on a Monday, so its weeks are those of the calendar.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.ledger import Ledger
from sim.ledger.tables import Mask, Narrow, Whole
from sim.measures.declaration import Kind
from sim.measures.settling import WEEK_S
from sim.message import Message

Values = NDArray[np.float64]
"""One for each week."""


@dataclass(frozen=True, eq=False)
class Weeks:
    """The weeks of a run that are told of.

    Attributes
    ----------
    ledger
        What happened.
    is_case
        Of each citizen of the run, whether it is a one-off case.
    count
        How many weeks there are, from the first day of the run on.
    """

    ledger: Ledger
    is_case: Mask
    count: int

    def count_in(self, calendar_s: Whole) -> Values:
        """Count moments by the week in which they lie."""
        return self.add_up(calendar_s, np.ones(len(calendar_s)))

    def add_up(self, calendar_s: Whole, amounts: Values | Whole | Narrow) -> Values:
        """Add up what happened at some moments, by week."""
        week = calendar_s // WEEK_S
        is_told = (week >= 0) & (week < self.count)
        added = np.bincount(week[is_told], amounts[is_told], self.count)
        return np.asarray(added, np.float64)


@dataclass(frozen=True, eq=False)
class Series:
    """Something that is told of each week."""

    name: str
    """Its name in results; other programs rely on it."""
    unit: Message
    title: Message
    """Its name shown to people."""
    only: Kind | None
    """The kind of demand that it is about, where it is about one only."""
    doc: str
    """What it is."""
    function: Callable[[Weeks], Values]
    """What computes it; NaN in a week in which it does not apply."""


def weekly(
    unit: Message, title: Message, only: Kind | None = None
) -> Callable[[Callable[[Weeks], Values]], Series]:
    """Make a series of a function: see `Series`. Its name is the function's."""

    def declare(function: Callable[[Weeks], Values]) -> Series:
        doc = inspect.getdoc(function) or ""
        return Series(function.__name__, unit, title, only, doc, function)

    return declare


def divide(part: Values, whole: Values) -> Values:
    """Divide week by week; NaN in those in which there is nothing to divide by."""
    nothing = np.full(len(whole), np.nan)
    return np.asarray(np.divide(part, whole, out=nothing, where=whole > 0))
