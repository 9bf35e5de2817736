"""Mechanism constants: quantities of how people and offices work, alike in all services.

Only what a case itself implies may differ from one service to the next. Where a constant differs
all the same, whoever reads a result should know.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sim.scenario import Scenario, has_visits, quantities

CONSTANTS = (
    "purpose.notice",
    "purpose.notice_familiar",
    "purpose.check",
    "purpose.check_minutes",
    "functions.specialisation_gain",
    "functions.convey",
    "functions.read_in_minutes",
    "functions.read_in_minutes_per_particular",
    "standards.speed_gain",
    "standards.discretion",
    "standards.judgement_spread",
    "standards.exception_minutes",
    "standards.exception_chance",
    "digital.capture_dialogue",
    "digital.call_minutes",
    "digital.asks_in_dialogue",
    "digital.ask_minutes",
    "loops.pressure_days",
    "loops.alpha",
    "loops.floor",
    "loops.speed_limit",
    "loops.erosion_weeks",
    "loops.recovery_weeks",
    "loops.absence_weeks",
    "loops.absence_gain",
)


class Departure(NamedTuple):
    """A constant that differs from what most services have."""

    key: str
    value: float
    usual: float


def list_departures(scenario: Scenario, others: Sequence[Scenario]) -> list[Departure]:
    """List the mechanism constants that differ from what most other services of a kind have.

    Services with visits are one kind, those with one-off cases the other.
    """
    kind = [other for other in others if has_visits(other) == has_visits(scenario)]
    usual = _usual([other for other in kind if other.service.name != scenario.service.name])
    own = _constants(scenario)
    return [
        Departure(key, value, usual[key])
        for key, value in own.items()
        if key in usual and value != usual[key]
    ]


def _usual(scenarios: Sequence[Scenario]) -> dict[str, float]:
    values: dict[str, Counter[float]] = {}
    for scenario in scenarios:
        for key, value in _constants(scenario).items():
            values.setdefault(key, Counter())[value] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in values.items()}


def _constants(scenario: Scenario) -> dict[str, float]:
    return {key: q.value for key, q in quantities(scenario) if key.endswith(CONSTANTS)}
