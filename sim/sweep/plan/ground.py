"""The scenario that keys are read against: where each stands, and what may stand there."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cached_property
from typing import Literal

from sim.design import Quantity
from sim.scenario import Described, Scenario, describe_keys
from sim.scenario.keys import Kind, bare, dotted, fields, is_table, kind_at, origin
from sim.scenario.parse import Raw, parse
from sim.scenario.places import Place, UnknownKeyError, find_places
from sim.scenario.schema import ScenarioFile
from sim.scenario.setting import NONE, set_value
from sim.sweep.plan.factor import Factor, Value


class Ground:
    """A scenario, with what is asked of it over and over."""

    def __init__(self, scenario: Scenario) -> None:
        self.name = scenario.service.name
        self.raw: Raw = scenario.to_table()
        self._scenario = scenario

    @cached_property
    def _described(self) -> dict[str, Described]:
        return {item.key: item for item in describe_keys(self._scenario)}

    def find(self, key: str) -> list[Place]:
        """Return the places of a key without its ``*``.

        Raises
        ------
        UnknownKeyError
            If it has none.
        """
        return find_places(self.raw, key)

    def has(self, key: str) -> bool:
        """Tell whether there is such a key."""
        try:
            return bool(self.find(key))
        except UnknownKeyError:
            return False

    def describe(self, place: Place) -> Described:
        """Describe what stands at a place, a condition as a whole included."""
        key = dotted(place)
        if key in self._described:
            return self._described[key]
        above = kind_at(ScenarioFile, place[:-1])
        field = fields(above).get(str(place[-1])) if is_table(above) else None
        return Described(key, (field and field.description) or "", "", "", None)

    def list_words(self, place: Place) -> Sequence[str]:
        """Return the words that may stand at a place."""
        kind = bare(kind_at(ScenarioFile, place))
        if origin(kind) is Literal:
            return self.describe(place).choices
        nothing = [NONE] if self.describe(place).optional else []
        return [*(self.raw["designs"] if place[0] == "designs" else []), *nothing]

    def find_problems(self, factor: Factor, value: Value) -> Iterator[str]:
        """Yield what the schema has against a value at the places of a factor."""
        tried = deepcopy(self.raw)
        stands = int(value) if factor.is_whole and not isinstance(value, str) else value
        try:
            for place in factor.places:
                set_value(tried, place, stands, factor.multiplies)
        except ValueError as error:
            yield error.args[0]
        else:
            yield from parse(tried)[1]


def takes_number(place: Place) -> bool:
    """Tell whether a number may stand at a place."""
    return _kind(place) in (Quantity, float, int)


def takes_whole(place: Place) -> bool:
    """Tell whether what stands at a place is a whole number by its type."""
    return _kind(place) is int


def _kind(place: Place) -> Kind:
    return bare(kind_at(ScenarioFile, place))
