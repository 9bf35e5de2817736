"""A design point as a scenario: the values of its factors at their places.

It is the scenario that `Scenario.changed` makes of the same changes. A change reads and checks the
whole table for each key, which a sweep of many points has no time for: here it is filled at once,
and checked once.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sim.errors import ScenarioError
from sim.scenario import Scenario, build_scenario
from sim.scenario.changes import settle_changes
from sim.scenario.parse import Raw
from sim.scenario.setting import set_value
from sim.sweep.plan.factor import Factor, Value


def build_point(
    raw: Raw,
    factors: Sequence[Factor],
    values: Sequence[Value],
    where: str,
    designs: Collection[str] | None = None,
) -> Scenario:
    """Return the scenario at a design point.

    Parameters
    ----------
    raw
        The table of the scenario as it stands, `Scenario.to_table`; it is left alone.
    factors
        What is varied. One without a place, such as a dummy, changes nothing.
    values
        A value for each.
    where
        What problems name.
    designs
        Those that are run, for which the staff must suffice; all of the scenario if not given.

    Raises
    ------
    ScenarioError
        If a rule refuses it, with all problems at once.
    """
    try:
        filled = fill(raw, factors, values)
    except ValueError as error:
        raise ScenarioError(where, [error.args[0]]) from error
    settle_changes(filled, (place for factor in factors for place in factor.places))
    return build_scenario(filled, where, manned=designs)


def fill(raw: Raw, factors: Iterable[Factor], values: Iterable[Value]) -> Raw:
    """Return a copy of a raw table with the values of factors at their places.

    Raises
    ------
    ValueError
        If a value of this kind cannot stand there.
    """
    filled: Raw = _copy(raw)
    for factor, value in zip(factors, values, strict=True):
        stands = int(value) if factor.is_whole and not isinstance(value, str) else value
        for place in factor.places:
            set_value(filled, place, stands, factor.multiplies)
    return filled


def _copy(content: Any) -> Any:
    """Return a copy of tables and lists, five times as fast as one of anything at all."""
    if isinstance(content, dict):
        return {key: _copy(value) for key, value in content.items()}
    return [_copy(value) for value in content] if isinstance(content, list) else content
