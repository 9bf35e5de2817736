"""A part of a plan: one service, what is varied in it, and at which points."""

from collections.abc import Iterable
from math import isnan, nan
from typing import NamedTuple

from sim.scenario import Scenario
from sim.sweep.plan.factor import Factor, Value

Point = tuple[Value, ...]


class Part(NamedTuple):
    """One service of a plan."""

    scenario: Scenario | None
    """The service as it stands; `None` of a model that is no service."""
    name: str
    """Its name; empty of a model that is no service."""
    factors: tuple[Factor, ...]
    """What is varied."""
    points: tuple[Point, ...]
    """Values in the order of the factors."""


def write_word(value: Value) -> str:
    """Write a value as it stands in a column of words."""
    return value if isinstance(value, str) else repr(value)


def join_factors(parts: Iterable[Part]) -> tuple[Factor, ...]:
    """Return the factors of all parts, each key once, as wide as in all of them together."""
    joined: dict[str, Factor] = {}
    for part in parts:
        for factor in part.factors:
            joined[factor.key] = _widen(joined.get(factor.key, factor), factor)
    return tuple(joined.values())


def _widen(one: Factor, other: Factor) -> Factor:
    """Return a factor that takes what either takes; it takes any number if one of them does.

    Where one takes words, there is no lowest of both, and no highest.
    """
    is_number = not isnan(one.low + other.low)
    levels = tuple(dict.fromkeys((*one.levels, *other.levels)))
    return one._replace(
        low=min(one.low, other.low) if is_number else nan,
        high=max(one.high, other.high) if is_number else nan,
        levels=levels if one.levels and other.levels else (),
    )
