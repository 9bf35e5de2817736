"""The quantities that differ between plausible worlds: those with a declared range.

Where all designs hold the same quantity with the same value and range, it is no part of what the
designs differ in: how long a call takes, say. It is drawn once for all, or one design would get
slow telephones by luck. So is what is alike in several functions, such as how long a case lies
until another hand takes it up. All else is drawn by itself, for each demand type and each design.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sim.scenario import Described, Scenario, describe_keys
from sim.scenario.places import Place
from sim.sweep.plan.factor import UNCERTAINTY, Factor, spans_orders

DESIGNS, COUNT = "designs", "count"
_OF_A_POOL = re.compile(r"^(functions\.pools\.)[^.]+\.")
Own = tuple[str, object, object, object]


class Ranged(NamedTuple):
    """A quantity with a declared range."""

    key: str
    """Its key as a change has it; of what the designs share, that of all designs."""
    about: str
    """What it means."""
    unit: str
    places: tuple[str, ...]
    """The dotted keys at which it stands."""
    own: float
    """The value in the scenario."""
    low: float
    high: float
    """The ends of its range."""

    @property
    def is_whole(self) -> bool:
        """Whether it counts something."""
        return self.unit == COUNT

    @property
    def is_log(self) -> bool:
        """Whether its logarithm is uniform, and not the number itself."""
        return spans_orders(self.low, self.high, self.is_whole)

    @property
    def factor(self) -> Factor:
        """It as a factor of a sweep."""
        return Factor(
            self.key,
            UNCERTAINTY,
            self.low,
            self.high,
            is_whole=self.is_whole,
            is_log=self.is_log,
            unit=self.unit,
            about=self.about,
            places=tuple(read_place(place) for place in self.places),
        )

    def at(self, share: float) -> float:
        """Return the value that so large a share of all draws lies below; shares are below 1."""
        return float(self.factor.at(share))


def read_place(dotted: str) -> Place:
    """Return the keys of a dotted key that is written out; a number is a position in a list."""
    return tuple(int(key) if key.isdecimal() else key for key in dotted.split("."))


def find_ranged(scenario: Scenario, designs: tuple[str, ...]) -> list[Ranged]:
    """Return what is drawn for some designs of a scenario, in the order of its file."""
    items = [item for item in describe_keys(scenario) if _is_ranged(item)]
    common = [item for item in items if not item.key.startswith(f"{DESIGNS}.")]
    return [*map(_ranged, common), *_ranged_of_designs(items, designs)]


def _is_ranged(item: Described) -> bool:
    return item.plausible is not None and item.plausible[0] < item.plausible[1]


def _ranged(item: Described) -> Ranged:
    low, high = item.plausible or (0.0, 0.0)
    own = float(item.value or 0.0)
    return Ranged(item.key, item.about, item.unit, (item.key,), own, low, high)


def _ranged_of_designs(items: list[Described], designs: tuple[str, ...]) -> Iterator[Ranged]:
    """Return what is drawn of designs: what is alike in all once, the rest for each."""
    mine = [(design, item) for item in items for design in designs if _belongs(item, design)]
    ordered = sorted(mine, key=lambda pair: _alike(*pair))
    for (part, *_), group in groupby(ordered, key=lambda pair: _alike(*pair)):
        found = [_ranged(item) for _, item in group]
        if len(designs) > 1 and {_design_of(one.key) for one in found} == set(designs):
            places = tuple(one.key for one in found)
            yield found[0]._replace(key=f"{DESIGNS}.{part}", places=places)
        else:
            yield from (one._replace(key=one.key.removeprefix(f"{DESIGNS}.")) for one in found)


def _belongs(item: Described, design: str) -> bool:
    return item.key.startswith(f"{DESIGNS}.{design}.")


def _design_of(key: str) -> str:
    return key.split(".")[1]


def _alike(design: str, item: Described) -> Own:
    """Return what designs, or some of their functions, hold alike: part, value and range."""
    part = _OF_A_POOL.sub(r"\1", item.key.removeprefix(f"{DESIGNS}.{design}."))
    return part, item.value, *(item.plausible or (0.0, 0.0))
