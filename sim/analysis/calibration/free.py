"""The free quantities of a scenario: those that it says were fitted to its evidence."""

from typing import NamedTuple

from sim.design.quantity import FITTED
from sim.errors import ScenarioError
from sim.scenario import Scenario, quantities


class Free(NamedTuple):
    """A quantity that may be chosen.

    Attributes
    ----------
    key
        Its dotted key in the scenario.
    value
        What the file says.
    low, high
        Its plausible range.
    """

    key: str
    value: float
    low: float
    high: float

    def at(self, share: float) -> float:
        """Return the value at a share of the way through the range, to four digits.

        Nobody knows more of them, and so a file holds just the number that was tried.
        """
        rounded = float(f"{self.low + share * (self.high - self.low):.4g}")
        return min(max(rounded, self.low), self.high)

    def share_of(self, value: float) -> float:
        """Return how far through the range a value lies."""
        return (value - self.low) / (self.high - self.low)


def list_free(scenario: Scenario) -> tuple[Free, ...]:
    """List the free quantities of a scenario, with their ranges.

    Raises
    ------
    ScenarioError
        If there is none, no evidence to fit them to, or one that has no range to be chosen from.
    """
    fitted = [(key, q) for key, q in quantities(scenario) if q.source == FITTED]
    problems = [
        f"{key}: a fitted quantity needs a range to be chosen from"
        for key, q in fitted
        if q.plausible is None or q.plausible[0] == q.plausible[1]
    ]
    if not fitted:
        problems.append('no quantity is free: say from = "fitted" where one may be chosen')
    if not scenario.evidence:
        problems.append("there is no [[evidence]] to fit anything to")
    if problems:
        raise ScenarioError(scenario.service.name, problems)
    return tuple(Free(key, q.value, *q.plausible) for key, q in fitted if q.plausible)
