"""What is declared of a measure, where its function stands: its unit, its family, its title."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from sim.measures.reading import NO_CASES, NO_VISITS, Reading
from sim.measures.scale import Scale
from sim.measures.view import View
from sim.message import Message

Better = Literal["lower", "higher", "neither"]
Kind = Literal["case", "visits"]
"""A kind of demand."""

ALL_TYPES = Message("it is about the whole service, not about one demand type")
HAS_NONE: dict[Kind, Message] = {"case": NO_CASES, "visits": NO_VISITS}
"""Why a measure of one kind of demand does not apply where there is none of it."""


class Unit(Enum):
    """A unit; its value is its text in results, which other programs rely on.

    ``{currency}`` stands for the scenario's. A unit of a text in results is `Unit(text.template)`.
    """

    SHARE = Message("share")
    PERCENT = Message("percent")
    """Of a change, up or down; a part of a whole is a share."""
    INDEX = Message("index")
    VARIATION = Message("coefficient of variation")
    DAYS = Message("days")
    FACES = Message("faces")
    STAFF = Message("staff")
    CASES = Message("cases")
    CONTACTS_PER_MONTH = Message("contacts per month")
    CONTACTS_PER_CASE = Message("contacts per case")
    DELIVERIES_PER_NEED_MET = Message("deliveries per need met")
    PARTICULARS_PER_CASE = Message("particulars per case")
    MINUTES_PER_ACTIVITY = Message("minutes per activity")
    MINUTES_PER_CITIZEN_HELPED = Message("minutes per citizen helped")
    HOURS_PER_YEAR = Message("hours per year")
    COST_PER_ACTIVITY = Message("{currency} per activity")
    COST_PER_SAME_ACTIVITY = Message("{currency} per same activity")
    COST_PER_CITIZEN_HELPED = Message("{currency} per citizen helped")
    COST_PER_MONTH = Message("{currency} per month")
    COST_PER_YEAR = Message("{currency} per year")

    @property
    def is_money(self) -> bool:
        """Whether it is an amount in the scenario's currency."""
        return "{currency}" in self.value.template

    @property
    def scale(self) -> Scale:
        """Between which bounds a number of this unit lies."""
        if self is Unit.PERCENT:
            return Scale.LINE
        if self in (Unit.SHARE, Unit.INDEX):
            return Scale.SHARE
        return Scale.COUNT if self in COUNTED else Scale.AMOUNT

    def in_currency(self, currency: str) -> Message:
        """Return its text, with the currency filled in where it is an amount of money."""
        template = self.value.template
        return Message(template, currency=currency) if self.is_money else self.value


COUNTED = (Unit.CONTACTS_PER_MONTH, Unit.CONTACTS_PER_CASE, Unit.PARTICULARS_PER_CASE)
"""Units of what is counted one by one, for so many cases or months."""


@dataclass(frozen=True, eq=False)
class Measure:
    """A measure and how to read it."""

    name: str
    """Its name in results; other programs rely on it."""
    unit: Unit
    """Its unit."""
    title: Message
    """Its name shown to people; ``part`` in it is what stays beneath a heading that says the
    rest."""
    better: Better
    """Which way is better, where one is."""
    doc: str
    """What it is, with formula, unit and source."""
    function: Callable[[View], Reading]
    """What computes it."""
    per_type: bool = True
    """Whether it can be told apart by demand type."""
    only: Kind | None = None
    """The kind of demand that it is about, where it is about one only."""
    part_of: str | None = None
    """Name of the measure that this and others add up to, if there is one."""

    @property
    def short_title(self) -> Message:
        """Its title beneath a heading that says what it is a part of, such as "travel"."""
        part: Message = self.title.parameters.get("part", self.title)
        return part

    def unit_in(self, currency: str) -> Message:
        """Return the unit, in a currency."""
        return self.unit.in_currency(currency)

    def read(self, view: View) -> Reading:
        """Take the measure of a view, once; where it does not apply, the reason."""
        if view.is_one_type and not self.per_type:
            return Reading(None, ALL_TYPES)
        if self.only and self.only not in view.kinds:
            return Reading(None, HAS_NONE[self.only])
        return view.read_once(self.function)


class Family:
    """Measures about one thing, which its title names, in the order in which they are declared."""

    def __init__(self, title: Message, measures: Iterable[Measure] = ()) -> None:
        self.title = title
        self._measures = list(measures)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Its measures."""
        return tuple(self._measures)

    def measure(
        self,
        unit: Unit,
        title: Message,
        better: Better,
        *,
        per_type: bool = True,
        only: Kind | None = None,
        part_of: str | None = None,
    ) -> Callable[[Callable[[View], Reading]], Measure]:
        """Make a measure of a function: see `Measure`. Its name is the function's."""

        def declare(function: Callable[[View], Reading]) -> Measure:
            name, doc = function.__name__, inspect.getdoc(function) or ""
            return self.add(
                Measure(name, unit, title, better, doc, function, per_type, only, part_of)
            )

        return declare

    def add(self, measure: Measure) -> Measure:
        """Add a measure that is made from a row of a table."""
        self._measures.append(measure)
        return measure
