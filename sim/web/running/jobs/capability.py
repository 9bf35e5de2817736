"""What a service is capable of, as a job."""

from typing import NamedTuple

from sim.analysis import LEAST_REPLICATIONS, RunSettings
from sim.analysis.capability import Capability, find_capability
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s


class FindCapability(NamedTuple):
    """Two designs over time, and the change from one to the other."""

    scenario: Scenario
    designs: tuple[str, str]
    seed: int
    days: int
    warm_up_day: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        settings = RunSettings(days=self.days, replications=LEAST_REPLICATIONS)
        return expect_s(self.scenario, len(self.designs), settings)

    def make(self, on_progress: Progress) -> Capability:
        """Run them."""
        return find_capability(
            self.scenario,
            self.designs,
            seed=self.seed,
            days=self.days,
            warm_up_day=self.warm_up_day,
            on_progress=on_progress,
        )
