"""A lesson, as a job."""

from typing import NamedTuple

from sim.analysis import RunSettings
from sim.lessons import Lesson, LessonRun, load_arms, run_lesson
from sim.web.running.jobs.job import Progress, expect_s
from sim.web.running.jobs.steer import expect_steering_s


class RunLesson(NamedTuple):
    """What a lesson shows, and what it shows on the other side."""

    lesson: Lesson
    seed: int

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        setups = (self.lesson.setup, self.lesson.other_side.setup)
        return sum(
            expect_s(scenario, 1, RunSettings(days=setup.days, replications=setup.replications))
            + expect_steering_s(scenario, arm)
            for setup in setups
            for scenario, arm in zip(load_arms(setup), setup.arms, strict=True)
        )

    def make(self, on_progress: Progress) -> LessonRun:
        """Run it."""
        return run_lesson(self.lesson, seed=self.seed, on_progress=on_progress)
