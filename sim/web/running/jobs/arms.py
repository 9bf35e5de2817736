"""The citizens who can be followed through the first two arms of a lesson, as a job."""

from typing import NamedTuple

from sim.analysis import LEAST_REPLICATIONS, RunSettings
from sim.journey import Following, find_days, follow_cells
from sim.lessons import Arm, Lesson, build_cells, load_arms
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s
from sim.web.running.jobs.steer import expect_steering_s
from sim.words import speaking


class FollowArms(NamedTuple):
    """Some citizens in two arms of a lesson, told in a language."""

    lesson: Lesson
    seed: int
    language: str

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take; writing the log takes as long as a run."""
        settings = RunSettings(days=self.days, replications=LEAST_REPLICATIONS)
        return sum(
            expect_s(scenario, 1, settings) + expect_steering_s(scenario, arm)
            for scenario, arm in self._arms[:2]
        )

    def make(self, on_progress: Progress) -> Following:
        """Run both arms, choose the citizens and tell their journeys."""
        first, second, *_ = build_cells(self.lesson.setup, self.seed)
        with speaking(self.language):
            return follow_cells(
                (first, second),
                seed=self.seed,
                days=self.days,
                on_progress=on_progress,
            )

    @property
    def days(self) -> int:
        """How many days are run."""
        scenario = self._arms[0][0]
        return find_days(scenario, self.lesson.setup.days or scenario.service.days)

    @property
    def _arms(self) -> list[tuple[Scenario, Arm]]:
        setup = self.lesson.setup
        return list(zip(load_arms(setup), setup.arms, strict=True))
