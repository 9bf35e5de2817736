"""Managers who steer by one figure or another, as a job."""

from typing import NamedTuple

from sim.analysis import RunSettings
from sim.lessons import Arm
from sim.scenario import Scenario
from sim.steering import QUARTER_DAYS, Steering, find_steering
from sim.web.running.jobs.job import Progress, expect_s

REPLICATIONS = 5
"""The fewest with which a trend is told from chance, and so whether a service settles."""
MADE_ANEW = 0.6
"""A history is made anew to the end of each quarter, on the mean so much of all of its days."""


class Steer(NamedTuple):
    """Some managers at one service, who begin with one of its designs."""

    scenario: Scenario
    designs: tuple[str, str]
    start: str
    by: tuple[str, ...]
    has_variety: bool
    seed: int
    quarters: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return REPLICATIONS * _expect_s(self.scenario, self.quarters, len(self.by))

    def make(self, on_progress: Progress) -> Steering:
        """Let them steer."""
        return find_steering(
            self.scenario,
            self.designs,
            by=self.by,
            starts=(self.start,),
            quarters=self.quarters,
            varieties=(self.has_variety,),
            seed=self.seed,
            replications=REPLICATIONS,
            on_progress=on_progress,
        )


def expect_steering_s(scenario: Scenario, arm: Arm) -> float:
    """Return the processor time that steering an arm of a lesson is expected to take."""
    return _expect_s(scenario, arm.quarters, 1) if arm.steered_by else 0.0


def _expect_s(scenario: Scenario, quarters: int, managers: int) -> float:
    """Return that of one replication: of nobody's history, and of each manager's."""
    settings = RunSettings(days=quarters * QUARTER_DAYS, replications=REPLICATIONS)
    once = expect_s(scenario, 1, settings) / REPLICATIONS
    return once * (1 + MADE_ANEW * quarters * managers)
