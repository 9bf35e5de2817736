"""A quantity that is varied: which places of the scenario it is, and from where to where.

It is named as changes name it, with its range or without, such as ``demand.variety=0:6``.
"""

from math import ceil, floor, fsum, isfinite
from typing import NamedTuple

from sim.design import Quantity
from sim.errors import ScenarioError
from sim.message import Message
from sim.scenario import Scenario, quantities
from sim.scenario.keys import bare, dotted, fields, found, kind_at, possible
from sim.scenario.places import Place, find_places
from sim.scenario.schema import ScenarioFile

TIMES_VARIETY = 3
"""Variety is varied from 0 to so many times the scenario's own: its plausible range is about the
service, and where the order turns may lie outside."""
COUNTED = "count"
"""The unit of quantities that are whole numbers: people, teams, days of a week."""
FORM = Message("KEY or KEY=LOW:HIGH, such as demand.variety=0:6")
Bounds = tuple[float, float]


class Axis(NamedTuple):
    """A quantity that is varied."""

    key: str
    """Its key, as a change has it."""
    low: float
    high: float
    """From where to where it is varied."""
    own: float | None
    """The scenario's own value; the mean, where the key stands for several places. `None` where a
    place has none."""
    unit: str
    about: str
    """What it means."""
    places: int
    """How many places of the scenario the key stands for."""
    is_proportional: bool
    """Whether these hold different values: then all are multiplied by one factor, so that their
    proportions stay, and what is shown is their mean."""

    def change_to(self, value: float) -> str:
        """Return the change that brings the quantity to a value."""
        if self.is_proportional and self.own:
            return f"{self.key}*={value / self.own!r}"
        return f"{self.key}={value!r}"

    def grid(self, count: int) -> list[float]:
        """Return values evenly over the range, and the scenario's own if it lies between them."""
        step = (self.high - self.low) / (count - 1)
        even = [*(self.low + place * step for place in range(count - 1)), self.high]
        if self.is_whole:
            own = () if self.own is None or not self.low < self.own < self.high else (self.own,)
            return sorted({*map(self.place, even), *own})
        if self.own is None or not self.low < self.own < self.high:
            return even
        far = [x for x in even if abs(x - self.own) > self.tolerance or x in (self.low, self.high)]
        return sorted({*far, self.own})

    @property
    def is_whole(self) -> bool:
        """Whether it is counted: then only whole numbers are looked at."""
        return self.unit == COUNTED and not self.is_proportional

    def place(self, value: float) -> float:
        """Return the nearest value that it can have."""
        return float(round(value)) if self.is_whole else value

    @property
    def tolerance(self) -> float:
        """How well a crossing is to be known."""
        return 1.0 if self.is_whole else (self.high - self.low) / 1_000


class _Text(NamedTuple):
    """What was written: the key, and the range if there is one."""

    whole: str
    key: str
    bounds: Bounds | None

    def refuse(self, problem: Message) -> ScenarioError:
        """Return the error that says what is wrong with it."""
        return ScenarioError(self.whole, [problem])

    def refuse_range(self, found: str, expected: Message) -> ScenarioError:
        """Return the error that says what is wrong with its range."""
        return self.refuse(
            Message("found the range {found}, expected {expected}", found=found, expected=expected)
        )


def read_axis(scenario: Scenario, text: str) -> Axis:
    """Read which quantity is to be varied, and from where to where.

    Raises
    ------
    ScenarioError
        If there is no such quantity, or no such range.
    """
    written = _read_text(text)
    places = find_quantities(scenario, text)
    known = dict(quantities(scenario))
    values = [known[key].value for key in map(dotted, places) if key in known]
    own = fsum(values) / len(values) if len(values) == len(places) else None
    low, high = written.bounds or _default_range(scenario, written, places, own)
    if not low < high:
        raise written.refuse_range(f"{low:g}:{high:g}", Message("the lower number first"))
    field = fields(kind_at(ScenarioFile, places[0][:-1]))[str(places[0][-1])]
    limits = possible(field)
    axis = Axis(
        key=written.key,
        low=low,
        high=high,
        own=values[0] if own is not None and len(set(values)) == 1 else own,
        unit=limits.unit if limits else "",
        about=field.description or "",
        places=len(places),
        is_proportional=own is not None and len(set(values)) > 1,
    )
    if not axis.is_whole:
        return axis
    if ceil(low) >= floor(high):
        raise written.refuse_range(f"{low:g}:{high:g}", Message("two whole numbers or more"))
    return axis._replace(low=float(ceil(low)), high=float(floor(high)))


def find_quantities(scenario: Scenario, text: str) -> list[Place]:
    """Return the places of the quantity that a text is about.

    Raises
    ------
    ScenarioError
        If there is none, or something else stands there.
    """
    written = _read_text(text)
    try:
        places = find_places(scenario.to_table(), written.key)
    except ValueError as error:
        raise written.refuse(error.args[0]) from error
    if any(bare(kind_at(ScenarioFile, place)) is not Quantity for place in places):
        problem = Message("not a quantity, expected the key of one, such as demand.variety")
        raise written.refuse(problem)
    return places


def _read_text(text: str) -> _Text:
    key, has_range, bounds = (part.strip() for part in text.partition("="))
    written = _Text(text, key, None)
    if not key:
        raise written.refuse(Message("found no key, expected {expected}", expected=FORM))
    return written._replace(bounds=_read_bounds(written, bounds)) if has_range else written


def _read_bounds(written: _Text, text: str) -> Bounds:
    try:
        low, high = (float(part) for part in text.split(":"))
    except ValueError:
        raise written.refuse_range(found(text), FORM) from None
    if not (isfinite(low) and isfinite(high)):
        raise written.refuse_range(found(text), Message("finite numbers"))
    return low, high


def _default_range(
    scenario: Scenario, written: _Text, places: list[Place], own: float | None
) -> Bounds:
    """Return the range of a quantity for which none was named."""
    if own and all(place[0] == "demand" and place[-1] == "variety" for place in places):
        return 0.0, TIMES_VARIETY * own
    in_file = dict(quantities(scenario.filed))
    ranges = [in_file[key].plausible for key in map(dotted, places) if key in in_file]
    known = [plausible for plausible in ranges if plausible is not None]
    if len(known) < len(places):
        problem = Message(
            "{key} has no plausible range in {where}, expected one of your own, such as {key}=0:1",
            key=written.key,
            where=scenario.where,
        )
        raise written.refuse(problem)
    lows, highs = zip(*known, strict=True)
    return fsum(lows) / len(known), fsum(highs) / len(known)
