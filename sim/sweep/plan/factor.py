"""A factor: what a sweep varies, and between which values.

The words are those of the field (Kwakkel 2017, "The Exploratory Modeling Workbench",
*Environmental Modelling & Software* 96, 239-250): a lever is what a design chooses, an uncertainty
is what the world chooses, an outcome is what is measured.
"""

import math
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, Self

Value = float | str
"""What a factor may be: a number, or a word such as the name of a design to take something from."""
Kind = Literal["lever", "uncertainty", "dummy"]
LEVER: Kind = "lever"
UNCERTAINTY: Kind = "uncertainty"
DUMMY: Kind = "dummy"
"""Changes nothing: what an analysis finds that it does is noise."""
LOG_FROM = 10.0
"""A range whose ends differ by so large a factor says that not even the order of magnitude is
known: each order of magnitude is then as likely as the next, not each number."""
TIMES = "*"
"""Ends a key that multiplies what is there."""


def spans_orders(low: float, high: float, is_whole: bool) -> bool:
    """Tell whether it is the logarithm that is uniform over a range, and not the number itself."""
    return low > 0 and high >= LOG_FROM * low and not is_whole


class Factor(NamedTuple):
    """One thing that a sweep varies."""

    key: str
    """Its dotted key, as a change has it (`sim.scenario.changes`); one that ends in ``*``
    multiplies what is there. In tables it is the name of a column."""
    kind: Kind
    low: float
    high: float
    """The ends of its range; NaN where it takes words."""
    levels: tuple[Value, ...] = ()
    """The only values that it takes; empty where it takes any of its range."""
    is_whole: bool = False
    """Whether it counts something, and steps by whole numbers."""
    is_log: bool = False
    """Whether each order of magnitude is as likely as the next."""
    unit: str = ""
    about: str = ""
    """Its unit and what it means, in the words of the scenario; empty where nobody has said."""
    places: tuple[tuple[str | int, ...], ...] = ()
    """Where it stands in a raw scenario; empty where it is in none."""

    @property
    def multiplies(self) -> bool:
        """Whether its value multiplies what is there."""
        return self.key.endswith(TIMES)

    def at(self, share: float) -> Value:
        """Return the value that so large a share of all draws lies below; of 1 the highest."""
        if self.levels:
            return self.levels[min(int(share * len(self.levels)), len(self.levels) - 1)]
        if share >= 1:
            return self.high
        if self.is_whole:
            return float(min(self.low + int(share * (self.high - self.low + 1)), self.high))
        if self.is_log:
            return min(float(self.low * (self.high / self.low) ** share), self.high)
        return min(self.low + share * (self.high - self.low), self.high)

    def to_dict(self) -> dict[str, Any]:
        """Return it in a form for JSON; an end that there is not is null."""
        ends = {
            name: None if math.isnan(end) else end
            for name, end in (("low", self.low), ("high", self.high))
        }
        places = [list(place) for place in self.places]
        return {**self._asdict(), **ends, "levels": list(self.levels), "places": places}

    @classmethod
    def from_dict(cls, form: Mapping[str, Any]) -> Self:
        """Return the factor that `to_dict` gave the form of."""
        ends = {name: math.nan if form[name] is None else form[name] for name in ("low", "high")}
        places = tuple(tuple(place) for place in form["places"])
        return cls(**{**form, **ends, "levels": tuple(form["levels"]), "places": places})
