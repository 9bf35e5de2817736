"""A draft of a comparison, as a job."""

from typing import NamedTuple

from sim.analysis import RunSettings
from sim.analysis.comparison import Comparison, sketch
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s


class Draft(NamedTuple):
    """A sketch of a comparison of two designs, of a few measures."""

    scenario: Scenario
    designs: tuple[str, str]
    measures: tuple[str, ...]
    settings: RunSettings

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return expect_s(self.scenario, len(self.designs), self.settings)

    def make(self, on_progress: Progress) -> Comparison:
        """Sketch it."""
        return sketch(
            self.scenario, self.designs, self.measures, self.settings, on_progress=on_progress
        )
