"""Which condition does it, as a job."""

from typing import NamedTuple

from sim.analysis import RunSettings
from sim.analysis.attribution import Attribution, attribute, find_levers
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s


class Attribute(NamedTuple):
    """Every mix of two designs, and each condition's share of the difference."""

    scenario: Scenario
    designs: tuple[str, str]
    replications: int
    seed: int
    days: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take; fitting the staff runs each mix once more."""
        settings = RunSettings(days=self.days, replications=self.replications + 1)
        mixes: int = 2 ** len(find_levers(self.scenario, self.designs))
        return mixes * expect_s(self.scenario, 1, settings)

    def make(self, on_progress: Progress) -> Attribution:
        """Take the difference apart."""
        return attribute(
            self.scenario,
            self.designs,
            replications=self.replications,
            seed=self.seed,
            days=self.days,
            on_progress=on_progress,
        )
