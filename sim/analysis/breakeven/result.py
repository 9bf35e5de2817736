"""The results: what was compared, where the designs change places, and where that comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from sim.analysis.breakeven.axis import Axis
from sim.analysis.breakeven.profile import LineAt, Profile
from sim.measures import MEASURES, Better
from sim.results import NOTHING, Json, Provenance, Result, as_json


class About(NamedTuple):
    """What was compared."""

    service: str
    measure: str
    """Its name; its name shown to people stands in `title`."""
    title: str
    unit: str
    better: Better
    designs: tuple[str, str]
    """The two designs; a difference is the second less the first."""
    seed: int
    replications: int
    days: int
    """Calendar days of arrivals, warm-up included."""
    provenance: Provenance
    """All that is needed to have the same numbers again; its changes are those made before anything
    was varied."""

    def winner(self, sign: int) -> str:
        """Return who does better by the sign of a difference; without a better, who is lower."""
        prefers_second = (sign < 0) == (self.better != "higher")
        return self.designs[1] if prefers_second else self.designs[0]

    @property
    def is_cost(self) -> bool:
        """Whether the measure is an amount of money of which less is better."""
        return self.better == "lower" and MEASURES[self.measure].unit.is_money

    @property
    def wins(self) -> Literal["costs less", "does better", "is lower"]:
        """What is said of the design that does better."""
        if self.is_cost:
            return "costs less"
        return "is lower" if self.better == "neither" else "does better"

    def to_dict(self) -> Json:
        """Return it as JSON has it, without the provenance."""
        found: Json = as_json(self._asdict())
        del found["provenance"]
        return found


class _BreakevenResult(Result):
    """A result whose table does not say all: a file of it keeps the whole beside it."""

    def list_beside(self) -> Json:
        """Return what a file of it keeps beside the table."""
        return {**super().list_beside(), "result": self.to_dict()}


@dataclass(frozen=True)
class Breakeven(_BreakevenResult):
    """Where two designs change places as a quantity is varied.

    Attributes
    ----------
    about
        What was compared.
    x
        The quantity.
    profile
        The difference along it, with its crossings.
    """

    COLUMNS = ("x", "design", "mean", "low", "high", "reason")
    """Of the table. `design` may be "difference"."""

    about: About
    x: Axis
    profile: Profile

    def to_dict(self) -> Json:
        """Return the whole result as JSON has it; the form is stable and documented."""
        return {
            **self.about.to_dict(),
            "x": as_json(self.x),
            **as_json(self.profile),
            "provenance": self.about.provenance.to_dict(),
        }

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: for each value one for each design and the difference."""
        names = (*self.about.designs, "difference")
        for point in self.profile.points:
            for name, interval in zip(names, point.intervals, strict=True):
                yield point.x, name, *(interval or NOTHING), point.reason


@dataclass(frozen=True)
class BreakevenLine(_BreakevenResult):
    """Where two designs change places in one quantity, for values of another.

    Attributes
    ----------
    about
        What was compared.
    x
        The quantity of which the crossings are values.
    y
        The other one.
    lines
        The difference along ``x`` at each value of ``y``, in order.
    """

    COLUMNS = ("y", "x", "low", "high", "below", "above")
    """Of the table; the same design below and above: no crossing."""
    TYPES = MappingProxyType(dict.fromkeys(("x", "low", "high"), float))

    about: About
    x: Axis
    y: Axis
    lines: tuple[LineAt, ...]

    def to_dict(self) -> Json:
        """Return the whole result as JSON has it; the form is stable and documented."""
        return {
            **self.about.to_dict(),
            "x": as_json(self.x),
            "y": as_json(self.y),
            "lines": [{"y": line.y, **as_json(line.profile)} for line in self.lines],
            "provenance": self.about.provenance.to_dict(),
        }

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: one for each crossing, or for a value of ``y`` without one."""
        for y, profile in self.lines:
            for crossing in profile.crossings:
                yield y, *crossing[:5]
            if not profile.crossings:
                yield y, None, None, None, profile.throughout, profile.throughout
