"""A comparison, as a job."""

from typing import NamedTuple

from sim.analysis import RunSettings
from sim.analysis.comparison import Comparison, compare
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s


class Compare(NamedTuple):
    """A comparison of two designs."""

    scenario: Scenario
    designs: tuple[str, str]
    replications: int
    seed: int
    days: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        settings = RunSettings(days=self.days, replications=self.replications)
        return expect_s(self.scenario, len(self.designs), settings)

    def make(self, on_progress: Progress) -> Comparison:
        """Compare them."""
        return compare(
            self.scenario,
            self.designs,
            replications=self.replications,
            seed=self.seed,
            days=self.days,
            on_progress=on_progress,
        )
