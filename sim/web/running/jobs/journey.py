"""The citizens who can be followed, as a job."""

from typing import NamedTuple

from sim.analysis import LEAST_REPLICATIONS, RunSettings
from sim.journey import MOST_DAYS, Following, follow
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s
from sim.words import speaking


class Follow(NamedTuple):
    """Some citizens in two designs, told in a language."""

    scenario: Scenario
    designs: tuple[str, str]
    seed: int
    days: int
    language: str

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take; writing the log takes as long as a run."""
        days = min(self.days, MOST_DAYS)
        settings = RunSettings(days=days, replications=LEAST_REPLICATIONS)
        return expect_s(self.scenario, len(self.designs), settings)

    def make(self, on_progress: Progress) -> Following:
        """Run the designs, choose the citizens and tell their journeys."""
        with speaking(self.language):
            return follow(
                self.scenario,
                self.designs,
                seed=self.seed,
                days=self.days,
                on_progress=on_progress,
            )
