"""Mechanism constants: quantities of how people and offices work, alike in all services.

The shared set states them. Only what a case itself implies may differ from it, and where a file
states something else, whoever reads a result should know.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sim.design.quantity import Quantity
from sim.scenario import Scenario, complete_shared, quantities


class Departure(NamedTuple):
    """A constant that a file states otherwise than the shared set does."""

    key: str
    value: float
    usual: float
    """That of the shared set."""


def list_departures(scenario: Scenario) -> list[Departure]:
    """List the constants that a file states itself, with another value than the shared set has.

    A file that takes nothing from the shared set is compared with it in the same way.
    """
    own = {key: q for key, q in quantities(scenario) if key not in scenario.taken}
    shared = complete_shared(_strip(scenario.to_table(), own))
    return [
        Departure(key, quantity.value, usual)
        for key, quantity in own.items()
        if (usual := _find_value(shared, key)) is not None and usual != quantity.value
    ]


def _strip(content: Any, own: Mapping[str, Quantity], key: str = "") -> Any:
    """Copy a table without what its file states itself; lists of numbers are left as they are."""
    if isinstance(content, list):
        return [_strip(item, own, f"{key}.{nth}") for nth, item in enumerate(content)]
    if not isinstance(content, dict):
        return content
    at = {name: f"{key}.{name}" if key else name for name in content}
    return {name: _strip(of, own, at[name]) for name, of in content.items() if at[name] not in own}


def _find_value(table: Any, key: str) -> float | None:
    """Find the value of a quantity in a table by its dotted key; `None` where it has none."""
    for part in key.split("."):
        if isinstance(table, list):
            table = table[int(part)]
        elif isinstance(table, dict) and part in table:
            table = table[part]
        else:
            return None
    return table["is"] if isinstance(table, dict) and "is" in table else None
