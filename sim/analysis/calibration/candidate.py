"""A scenario with other values of its free quantities."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from sim.analysis.calibration.free import Free
from sim.scenario import Scenario, build_scenario
from sim.scenario.parse import Raw


def build_candidate(raw: Raw, free: Sequence[Free], values: Sequence[float]) -> Scenario:
    """Build the scenario in which the free quantities have some values.

    Parameters
    ----------
    raw
        The table of a sound scenario.
    free, values
        The quantities, and a value for each.
    """
    table = deepcopy(raw)
    for quantity, value in zip(free, values, strict=True):
        find_quantity(table, quantity.key)["is"] = value
    return build_scenario(table, "candidate")


def find_quantity(table: Any, key: str) -> Any:
    """Find a quantity in a table, or in a TOML document, by its dotted key."""
    for part in key.split("."):
        table = table[int(part) if part.isdecimal() else part]
    return table
