"""What either design costs as a quantity is varied, as a job."""

from typing import NamedTuple

from sim.analysis import RunSettings
from sim.analysis.breakeven import VARIETY, Breakeven, find_breakeven
from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress, expect_s

POINTS, REPLICATIONS = 7, 3
"""Few: it is a picture that is looked at, and is drawn anew for each change."""
LOOKS = POINTS + 12
"""At so many values both are run: those of the grid, and those that close in on a crossing."""


class FindLine(NamedTuple):
    """Where two designs change places as a quantity is varied."""

    scenario: Scenario
    designs: tuple[str, str]
    seed: int
    days: int
    x: str = VARIETY
    """Key of the quantity."""

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        settings = RunSettings(days=self.days, replications=REPLICATIONS)
        return LOOKS * expect_s(self.scenario, len(self.designs), settings)

    def make(self, on_progress: Progress) -> Breakeven:
        """Find it."""
        return find_breakeven(
            self.scenario,
            self.designs,
            x=self.x,
            points=POINTS,
            replications=REPLICATIONS,
            seed=self.seed,
            days=self.days,
            on_progress=on_progress,
        )
