"""Looking at a design with another number of staff: always the same citizens, and one cohort."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import NamedTuple

from sim.analysis.staffing.promise import BUSY, IN_TIME, UNMET, Promise
from sim.errors import ScenarioError
from sim.experiment import Cell, Frame, Progress, RunSettings, Sample, find_frame, replicate
from sim.experiment.executors import open_executor
from sim.measures import MEASURES
from sim.results import Interval
from sim.scenario import Scenario

PAID = "paid_cost_per_month"
NAMES = (IN_TIME, UNMET, BUSY, PAID)
Samples = dict[str, Sample]
Found = dict[str, Interval | None]


class Looker(NamedTuple):
    """Looks at a design with a number of staff."""

    scenario: Scenario
    settings: RunSettings
    frame: Frame
    executor: Executor
    on_progress: Progress | None

    def look(self, design: str, staff: int, within_days: int | None) -> Samples | None:
        """Return what is measured; `None` if so few cannot man every place."""
        promise = [] if within_days is None else [f"service.promised_days={within_days}"]
        try:
            scenario = self.scenario.changed(*promise, f"designs.{design}.staff.total={staff}")
            scenario.check_manned([design])
        except ScenarioError:
            return None
        replicated = replicate(
            [Cell(scenario, design)],
            self.settings,
            {None: NAMES},
            frame=self.frame,
            executor=self.executor,
            on_progress=self.on_progress,
        )
        return replicated.samples[None]

    def is_kept(self, promise: Promise, design: str, staff: int) -> bool:
        """Tell whether a design keeps a promise with so many staff."""
        samples = self.look(design, staff, promise.within_days)
        return samples is not None and promise.is_kept(summarise(samples))


@contextmanager
def open_looker(
    scenario: Scenario,
    designs: tuple[str, str],
    settings: RunSettings,
    executor: Executor | None,
    on_progress: Progress | None,
) -> Iterator[Looker]:
    """Return who looks, with the cohort of a comparison of both designs as they are."""
    with open_executor(settings.engine, executor) as workers:
        frame = find_frame(scenario, designs, settings, workers)
        done = 0

        def tell(_done: int, _total: int | None) -> None:
            nonlocal done
            done += 1
            if on_progress is not None:
                on_progress(done, None)

        yield Looker(scenario, settings, frame, workers, tell)


def summarise(samples: Samples) -> Found:
    """Return the mean of each measure of one design, with its interval."""
    return {name: s.interval_of(0, MEASURES[name].unit.scale) for name, s in samples.items()}
