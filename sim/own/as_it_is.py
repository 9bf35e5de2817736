"""A service as it is: its scenario simulated, beside what its log says."""

from math import isfinite
from typing import Any, NamedTuple

from sim.own.build import AS_IT_IS
from sim.own.caselog import CaseLog
from sim.own.estimate import Estimate
from sim.own.estimates import estimate
from sim.own.simulated import simulate_caselog
from sim.scenario import Scenario

COMPARED = (
    "arrivals_per_day",
    "faces_per_case",
    "one_face_share",
    "hand_overs_per_case",
    "asks_per_case",
    "days_mean",
    "days_p50",
    "days_p90",
)
"""Quantities that a log and a simulated log tell alike."""


class Beside(NamedTuple):
    """One figure: as it was seen, and as it is simulated.

    Attributes
    ----------
    name
        Of the quantity, as `sim.own.estimate.TITLES` has it.
    observed
        What the log says.
    simulated
        What the simulation of the scenario says.
    """

    name: str
    observed: Estimate
    simulated: float

    @property
    def is_within(self) -> bool:
        """Whether what is simulated lies within the interval of what was seen."""
        return not (self.simulated < self.observed.low or self.simulated > self.observed.high)

    def to_dict(self) -> dict[str, Any]:
        """Return it for another program."""
        simulated = self.simulated if isfinite(self.simulated) else None
        return {"name": self.name, "observed": self.observed.to_dict(), "simulated": simulated}


def hold_as_it_is(scenario: Scenario, log: CaseLog, *, seed: int = 1) -> tuple[Beside, ...]:
    """Simulate a service as it is, and hold it against its log, figure by figure.

    Parameters
    ----------
    scenario
        The service; its first design is what it is, unless one is called so.
    log
        Its cases.
    seed
        Which luck.

    Raises
    ------
    RunError
        If it cannot be run.
    """
    design = AS_IT_IS if AS_IT_IS in scenario.designs else next(iter(scenario.designs))
    said, seen = estimate(simulate_caselog(scenario, design, seed=seed)), estimate(log)
    return tuple(
        Beside(name, seen[name], said[name].value)
        for name in COMPARED
        if isfinite(seen[name].value)
    )
