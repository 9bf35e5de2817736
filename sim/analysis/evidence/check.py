"""Whether the evidence of a scenario is about what there is, in figures that can be."""

from collections.abc import Iterator
from math import inf

from sim.analysis.evidence.claims import load_claims
from sim.errors import ScenarioError, mismatch
from sim.measures import MEASURES, Scale
from sim.message import Message
from sim.scenario import Evidence, Scenario
from sim.scenario.keys import found, unknown

_BOUNDS = {
    Scale.LINE: (-inf, inf),
    Scale.AMOUNT: (0.0, inf),
    Scale.COUNT: (0.0, inf),
    Scale.SHARE: (0.0, 1.0),
}
_LEAST_CHANGE = -1.0
"""What cannot be below 0 cannot fall by more than all of it."""


def check_evidence(scenario: Scenario) -> None:
    """Check the measures, claims and figures of a scenario's evidence.

    Raises
    ------
    ScenarioError
        If there is no such measure or claim, or the measure can never have such a figure.
    """
    problems: list[str] = []
    for place, evidence in enumerate(scenario.evidence):
        problems += _find_problems(f"evidence.{place}", evidence)
    if problems:
        raise ScenarioError(scenario.where, problems)


def _find_problems(key: str, evidence: Evidence) -> Iterator[Message]:
    if evidence.claim is not None and evidence.claim not in load_claims():
        yield unknown(f"{key}.claim", evidence.claim, load_claims())
    if evidence.measure not in MEASURES:
        yield unknown(f"{key}.measure", evidence.measure, MEASURES)
        return
    low, high = _bounds_of(evidence)
    figures = {"is": evidence.value, "range.0": evidence.tolerance[0]}
    for name, figure in {**figures, "range.1": evidence.tolerance[1]}.items():
        if not low <= figure <= high:
            yield mismatch(f"{key}.{name}", found(figure), _say_bounds(evidence, low, high))


def _bounds_of(evidence: Evidence) -> tuple[float, float]:
    """Return between which bounds a figure lies: of a measure, or of its change."""
    low, high = _BOUNDS[MEASURES[evidence.measure].unit.scale]
    if evidence.compared_with is None:
        return low, high
    return (_LEAST_CHANGE if low == 0 else low), inf


def _say_bounds(evidence: Evidence, low: float, high: float) -> Message:
    unit = MEASURES[evidence.measure].unit
    if evidence.compared_with is not None or high == inf:
        return Message("at least {low:g}", low=low)
    return Message("{low:.15g} to {high:.15g} ({unit})", low=low, high=high, unit=unit.value)
