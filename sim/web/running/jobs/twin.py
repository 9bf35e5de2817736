"""What stocks and flows say of a service, as jobs: its loops, one loop cut, and fewer staff."""

from typing import TYPE_CHECKING, NamedTuple

from sim.scenario import Scenario
from sim.web.running.jobs.job import Progress

if TYPE_CHECKING:
    from sim.analysis.twin.picture import LoopPicture
    from sim.analysis.twin.staff_line import StaffLines
    from sim.dynamics import Figures

TWIN_S = 1.8
"""Processor time of a year and a half of stocks and flows, measured: 0.5 to 2."""
LOOKS = 12
"""At so many numbers of staff a design is looked at, of 16 at most."""


class DrawLoops(NamedTuple):
    """The causal loops of a design."""

    scenario: Scenario
    design: str

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return TWIN_S

    def make(self, on_progress: Progress) -> "LoopPicture":
        """Find them."""
        from sim.analysis.twin.picture import find_loop_picture

        on_progress(0, None)
        return find_loop_picture(self.scenario, self.design)


class CutLoop(NamedTuple):
    """A design in which one loop does not act."""

    scenario: Scenario
    design: str
    loop: str

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return TWIN_S

    def make(self, on_progress: Progress) -> "Figures":
        """Run it."""
        from sim.analysis.twin.loops import find_without

        on_progress(0, None)
        return find_without(self.scenario, self.design, self.loop)


class SqueezeTwin(NamedTuple):
    """Two designs with fewer and fewer staff, in stocks and flows."""

    scenario: Scenario
    designs: tuple[str, str]

    @property
    def expected_s(self) -> float:
        """Processor time that it is expected to take."""
        return LOOKS * len(self.designs) * TWIN_S

    def make(self, on_progress: Progress) -> "StaffLines":
        """Look at all of the numbers of staff."""
        from sim.analysis.twin.staff_line import find_staff_lines

        return find_staff_lines(self.scenario, self.designs, on_progress)
