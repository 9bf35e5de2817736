"""One design with so many staff, and what changes from one number to about a tenth less."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from typing import NamedTuple

from sim.analysis.squeeze.squeeze import Cut, Level
from sim.errors import ScenarioError, TooLargeError
from sim.experiment import Cell, Frame, Progress, RunSettings, Sample, Settling, replicate
from sim.experiment.intervals import build_known_interval
from sim.experiment.settling import GREW, MOST_OPEN_SHARE
from sim.measures import MEASURES
from sim.results import Interval
from sim.scenario import Scenario

MEASURED = (
    "cost_per_citizen_helped",
    "paid_cost_per_month",
    "end_to_end_days",
    "failure_demand_share",
    "unmet_need_share",
    "utilisation",
)
"""What is told of each number of staff: first the cost of the work, then of those who are paid."""
CUT = 0.1


class Look(NamedTuple):
    """A design with so many staff, as it was measured."""

    staff: int
    samples: dict[str, Sample] | None
    """`None` where more happened than fits in memory."""
    settling: Settling


class Squeezer(NamedTuple):
    """Looks at a service with one number of staff after the other: same citizens, same luck."""

    scenario: Scenario
    settings: RunSettings
    frame: Frame
    """Who is the cohort: that of a comparison of both designs as they are."""
    workers: Executor
    tell: Progress
    """Is called at each run done."""

    def look(self, design: str, staff: int) -> Look | None:
        """Return a design with so many staff; `None` if so few cannot man every pool."""
        try:
            changed = self.scenario.changed(f"designs.{design}.staff.total={staff}")
            changed.check_manned([design])
        except ScenarioError:
            return None
        try:
            replicated = replicate(
                [Cell(changed, design)],
                self.settings,
                {None: MEASURED},
                frame=self.frame,
                executor=self.workers,
                on_progress=self.tell,
            )
        except TooLargeError:
            return Look(staff, None, GREW)
        return Look(staff, replicated.samples[None], replicated.settling[0])


def tell_level(look: Look) -> Level:
    """Return what is told of a number of staff."""
    if look.samples is None:
        return Level(look.staff, dict.fromkeys(MEASURED), look.settling, None)
    still_open = look.samples["open_share"].values[:, 0]
    return Level(
        staff=look.staff,
        measures={
            name: look.samples[name].interval_of(0, MEASURES[name].unit.scale) for name in MEASURED
        },
        settling=look.settling,
        overwhelmed=int((still_open > MOST_OPEN_SHARE).sum()),
    )


def list_cuts(looks: Sequence[Look]) -> Iterator[Cut]:
    """List what a cut changes, from each number of staff to the one nearest to a tenth fewer."""
    for nth, look in enumerate(looks[:-1]):
        wanted = (1 - CUT) * look.staff
        yield _compare(look, min(looks[nth + 1 :], key=lambda other: abs(other.staff - wanted)))


def _compare(before: Look, after: Look) -> Cut:
    changes: dict[str, Interval | None] = dict.fromkeys(MEASURED)
    if before.samples is not None and after.samples is not None:
        for name in MEASURED:
            old, new = (samples[name].values[:, 0] for samples in (before.samples, after.samples))
            changes[name] = build_known_interval(new - old)
    settles = before.settling.settles and after.settling.settles
    return Cut(before.staff, after.staff, changes, settles)
