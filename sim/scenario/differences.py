"""Which values differ between two scenarios, to be shown beside every result of a changed one."""

from typing import NamedTuple

from sim.design import Frozen, Quantity
from sim.scenario.schema import ScenarioFile

Value = float | int | str | None


class Difference(NamedTuple):
    """One key whose value differs; `None` where a scenario has no such key."""

    key: str
    """Dotted key, as it is written in a change."""
    old: Value
    """Value in the scenario as loaded."""
    new: Value
    """Value in the other."""


def differences(base: ScenarioFile, other: ScenarioFile) -> list[Difference]:
    """List the values that differ, in the order of the files.

    A number is compared by its value alone, not by its source or plausible range.
    """
    old, new = dict(_values(base, "")), dict(_values(other, ""))
    return [
        Difference(key, old.get(key), new.get(key))
        for key in old | new
        if old.get(key) != new.get(key)
    ]


def _values(part: object, key: str) -> list[tuple[str, Value]]:
    """List the values of a part with their dotted keys."""
    if isinstance(part, Quantity):
        return [(key, part.value)]
    if isinstance(part, float | int | str | None):
        return [(key, part)]
    below = f"{key}." if key else ""
    return [pair for name, item in _items(part) for pair in _values(item, f"{below}{name}")]


def _items(part: object) -> list[tuple[str, object]]:
    if isinstance(part, Frozen):
        names = type(part).model_fields.items()
        return [(field.alias or name, getattr(part, name)) for name, field in names]
    if isinstance(part, dict):
        return list(part.items())
    return [(str(i), item) for i, item in enumerate(part)] if isinstance(part, tuple) else []
