"""In how many worlds a design is better in a measure, and by how much."""

from collections.abc import Sequence
from math import inf, nan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.robustness.tried import TriedWorld
from sim.measures import MEASURES
from sim.measures.declaration import Unit
from sim.results import Json, as_json

PERCENTILES = (10, 50, 90)
ON_OVERLOAD = ("cost_per_citizen_helped", "end_to_end_days")
"""Measures in which a design that is overwhelmed has lost to one that is not: its open cases cost
and wait on. Of the others nothing is told, since what it yields is about those who got through."""
Values = NDArray[np.float64]


class PartOfWorlds(NamedTuple):
    """A share of worlds, and the ends of its 95 % interval (Wilson)."""

    share: float
    low: float
    high: float


class Spread(NamedTuple):
    """Of worlds in which neither design is overwhelmed: percentiles of a change."""

    p10: float
    p50: float
    p90: float
    worlds: int


class Verdict(NamedTuple):
    """One measure in all worlds."""

    unit: str
    """Unit, with the scenario's currency filled in."""
    title: str
    better: str
    """As the measure says."""
    first: int
    second: int
    """In how many worlds either design is better."""
    alike: int
    """In how many it is the same."""
    no_verdict: int
    """In how many nothing can be told."""
    second_share: PartOfWorlds | None
    """The worlds in which the second is better, of those with a verdict."""
    change: Spread | None
    """From the first design to the second, as a part of the first; of a share in its own unit, so
    that 0.1 is ten percentage points."""

    @property
    def judged(self) -> int:
        """In how many worlds something can be told."""
        return self.first + self.second + self.alike

    def to_dict(self) -> Json:
        """Return it as JSON has it."""
        parts = self._asdict()
        del parts["title"]
        found: Json = as_json(parts)
        return found


def judge(name: str, currency: str, worlds: Sequence[TriedWorld]) -> Verdict:
    """Judge one measure in all worlds."""
    measure = MEASURES[name]
    changes = find_changes(name, worlds)
    worse = -changes if measure.better == "higher" else changes
    first, second = int((worse > 0).sum()), int((worse < 0).sum())
    alike = int((worse == 0).sum())
    return Verdict(
        unit=measure.unit_in(currency),
        title=measure.title,
        better=measure.better,
        first=first,
        second=second,
        alike=alike,
        no_verdict=len(worlds) - first - second - alike,
        second_share=_find_share(second, first + second + alike),
        change=_find_spread(changes[np.isfinite(changes)]),
    )


def applies(name: str, worlds: Sequence[TriedWorld]) -> bool:
    """Tell whether a measure has a value for some design in some world."""
    return any(one[name] is not None for world in worlds for one in (world.first, world.second))


def find_changes(name: str, worlds: Sequence[TriedWorld]) -> Values:
    """Return the change in a measure from the first design to the second, in each world.

    It is infinite where one of them is overwhelmed and has lost for that, NaN where nothing can be
    told.
    """
    return np.array([_find_change(name, world) for world in worlds])


def _find_change(name: str, world: TriedWorld) -> float:
    if any(world.overwhelmed):
        if all(world.overwhelmed) or name not in ON_OVERLOAD:
            return nan
        return -inf if world.overwhelmed[0] else inf
    first, second = world.first[name], world.second[name]
    if first is None or second is None:
        return nan
    if MEASURES[name].unit is Unit.SHARE or first == second:
        return second - first
    return second / first - 1 if first else inf


def _find_share(count: int, worlds: int) -> PartOfWorlds | None:
    if not worlds:
        return None
    from scipy import stats  # half a second to import

    low, high = stats.binomtest(count, worlds).proportion_ci(method="wilson")
    return PartOfWorlds(count / worlds, float(low), float(high))


def _find_spread(changes: Values) -> Spread | None:
    if not len(changes):
        return None
    low, middle, high = np.percentile(changes, PERCENTILES)
    return Spread(float(low), float(middle), float(high), len(changes))
