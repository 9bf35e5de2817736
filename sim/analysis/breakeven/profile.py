"""The difference of two designs along one quantity, and where it changes sign.

Where the interval of the difference holds 0, chance alone could turn the order of the designs. A
stretch of such values between two that are sure of opposite signs is the band of a crossing: the
values at which equality of the designs is not rejected. With 95 % intervals it holds the true
crossing in 95 of 100 experiments with other seeds (the interval at the true crossing holds 0 that
often), whatever the shape of the line. The crossing itself is where the simulated mean is 0.

A design that does not settle, or that helps nobody, has lost against one that does, whatever its
figures say: those who got through are not the citizens. Where both fail nothing is said.
"""

from math import ceil, inf
from typing import NamedTuple

from sim.results import Interval, Json, as_json


class Point(NamedTuple):
    """A measure in two designs at one value of the quantity that is varied."""

    x: float
    """The value."""
    first: Interval | None
    second: Interval | None
    """The measure in either design; `None` where it does not apply."""
    difference: Interval | None
    """Second less first, of the same citizens with the same luck."""
    reason: str | None = None
    """Why the measure does not apply, or not in every replication; otherwise `None`."""
    failing: tuple[str, ...] = ()
    """The designs that do not settle there, or help nobody."""
    forced: int = 0
    """The sign that the difference has because the other design fails; 0 if none or both do."""

    @property
    def intervals(self) -> tuple[Interval | None, Interval | None, Interval | None]:
        """The measure in either design, and the difference."""
        return self.first, self.second, self.difference

    @property
    def judged(self) -> Interval | None:
        """The difference by which the designs are judged: beyond all bounds where one fails."""
        if self.forced:
            return Interval(*[self.forced * inf] * 3)
        return None if self.failing else self.difference

    def to_dict(self) -> Json:
        """Return it as JSON has it, with a reason and who fails where there is any."""
        found: Json = as_json(self._asdict())
        del found["forced"]
        left_out = {name for name in ("reason", "failing") if not found[name]}
        return {name: value for name, value in found.items() if name not in left_out}


class Crossing(NamedTuple):
    """A value at which the designs change places."""

    x: float
    """Where the mean difference changes sign."""
    low: float | None
    high: float | None
    """The ends of its 95 % band; `None` where the band goes on beyond the range."""
    below: str
    above: str
    """The design that does better below and above."""
    roots: tuple[float, ...]
    """Every change of sign of the mean in the band that the grid shows: more than one means that it
    wavers there, within what chance alone could do."""


class Unsure(NamedTuple):
    """Values at which chance alone could turn the order, though it is the same on both sides."""

    low: float | None
    high: float | None
    """Their ends; `None` where they go on beyond the range."""
    roots: tuple[float, ...]
    """Changes of sign of the mean among them."""


class Profile(NamedTuple):
    """The difference along one quantity."""

    points: tuple[Point, ...]
    """The points of the grid, by value."""
    crossings: tuple[Crossing, ...]
    """Where the designs change places, by value."""
    unsure: tuple[Unsure, ...]
    """Where they come so near that chance could turn the order, but do not change places."""
    throughout: str | None
    """Where there is no crossing, the design that does better throughout, at every value at which
    that can be told; `None` if neither."""


class LineAt(NamedTuple):
    """The profile at one value of a second quantity."""

    y: float
    profile: Profile


def sign_of(number: float) -> int:
    """Return -1, 0 or 1."""
    return (number > 0) - (number < 0)


def in_whole_numbers(profile: Profile) -> Profile:
    """Return a profile in which each change of sign is at the first whole number after it."""
    return profile._replace(
        crossings=tuple(
            crossing._replace(x=_after(crossing.x), roots=tuple(map(_after, crossing.roots)))
            for crossing in profile.crossings
        ),
        unsure=tuple(
            unsure._replace(roots=tuple(map(_after, unsure.roots))) for unsure in profile.unsure
        ),
    )


def _after(root: float) -> float:
    return float(ceil(root))
