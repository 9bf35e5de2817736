"""From the readings of two designs to each measure in both, with its difference."""

from sim.experiment.intervals import build_known_interval, subtract
from sim.measures import MEASURES, Reading
from sim.message import Message
from sim.results import Compared
from sim.scenario import Scenario

Readings = dict[str, list[Reading]]
"""Readings of each measure, one for each replication."""


def contrast(scenario: Scenario, first: Readings, second: Readings) -> dict[str, Compared]:
    """Return each measure in two designs.

    Parameters
    ----------
    scenario
        Whose currency it is.
    first, second
        The readings of either design.
    """
    currency = scenario.service.currency
    return {name: _contrast_one(name, currency, first[name], second[name]) for name in first}


def _contrast_one(
    name: str, currency: str, first: list[Reading], second: list[Reading]
) -> Compared:
    measure = MEASURES[name]
    a, b = [reading.value for reading in first], [reading.value for reading in second]
    return Compared(
        unit=measure.unit_in(currency),
        title=measure.title,
        better=measure.better,
        first=build_known_interval(a),
        second=build_known_interval(b),
        difference=build_known_interval(subtract(a, b)),
        reason=_find_reason(first, second),
    )


def _find_reason(first: list[Reading], second: list[Reading]) -> str | None:
    """Say why a measure does not apply, and in how many runs if not in all of a design."""
    missing = [reading for reading in (*first, *second) if reading.value is None]
    if not missing:
        return None
    reason = missing[0].reason or Message("it does not apply")
    counts = {sum(reading.value is None for reading in of_one) for of_one in (first, second)}
    if counts <= {0, len(first)}:
        return reason
    return Message(
        "{reason} (in {missing} of {runs} runs)",
        reason=reason,
        missing=len(missing),
        runs=len(first) + len(second),
    )
