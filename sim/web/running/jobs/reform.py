"""What happens as one design becomes another, as a job."""

from typing import NamedTuple

from sim.analysis import RunSettings
from sim.analysis.reform import REPLICATIONS, Reform, find_reform
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s

COURSES = 3


class FindReform(NamedTuple):
    """The first of two designs becomes the second on a day."""

    scenario: Scenario
    designs: tuple[str, str]
    seed: int
    days: int
    warm_up_day: int
    reform_day: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        settings = RunSettings(days=self.days, replications=REPLICATIONS)
        return COURSES * expect_s(self.scenario, 1, settings)

    def make(self, on_progress: Progress) -> Reform:
        """Run it."""
        return find_reform(
            self.scenario,
            self.designs,
            seed=self.seed,
            days=self.days,
            warm_up_day=self.warm_up_day,
            reform_day=self.reform_day,
            on_progress=on_progress,
        )
