"""A scenario with other values of its free quantities."""

from collections.abc import Sequence

from sim.analysis.calibration.free import Free
from sim.scenario import Scenario


def build_candidate(scenario: Scenario, free: Sequence[Free], values: Sequence[float]) -> Scenario:
    """Build the scenario in which the free quantities have some values.

    Raises
    ------
    ScenarioError
        If it cannot have them together.
    """
    pairs = zip(free, values, strict=True)
    return scenario.changed(*(f"{quantity.key}={value!r}" for quantity, value in pairs))
