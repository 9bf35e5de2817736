"""Replications of some cells on common random numbers: what each run yields.

A cell is a design of a scenario; designs of one scenario meet the same citizens with the same luck.
Memory does not grow with the number of runs: a run is measured where it was made, and what remains
is a number for each measure that was asked for.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from typing import NamedTuple

from sim.blueprint import build_blueprint
from sim.experiment.cells import (
    FOLLOW_UP_DAYS,
    Batch,
    Cell,
    CellRun,
    Frame,
    MeasuredBatch,
    Readings,
    Scope,
    Wanted,
    measure_batch,
    measure_run,
)
from sim.experiment.executors import open_executor, work_off
from sim.experiment.frame import Pilot, fly_pilots, is_warm
from sim.experiment.loads import Busiest, find_busiest_of
from sim.experiment.samples import Sample, Samples
from sim.experiment.settings import RunSettings
from sim.experiment.settling import SIGNS, Settling, judge_settling
from sim.experiment.size import MOST_RUN_BYTES, check_size, expect_bytes
from sim.experiment.stopping import is_enough, list_stages
from sim.scenario import Scenario

Progress = Callable[[int, int | None], None]
"""Called with the runs done so far, and how many there will be, if that is known."""

DAYS_AT_ONCE = 2_000
"""Days of the runs of a batch, whose ledgers are held at one time. Few, so that all threads have
something to do; and the same everywhere, whatever the machine. Fewer where a run is large."""


class Replicated(NamedTuple):
    """What some replications yield."""

    replications: int
    """How many there are."""
    is_enough: bool
    """Whether several measures are known well enough; where that was asked for."""
    frame: Frame
    """Who is the cohort, and how long it was followed."""
    samples: dict[Scope, dict[str, Sample]]
    """For all citizens and for demand types, the sample of each measure."""
    settling: tuple[Settling, ...]
    """For each cell, whether it settles."""
    busiest: tuple[Busiest | None, ...]
    """For each cell, its busiest pool; empty where the first replication was not looked into."""


def replicate(
    cells: Sequence[Cell],
    settings: RunSettings,
    wanted: Wanted,
    *,
    frame: Frame | None = None,
    executor: Executor | None = None,
    on_progress: Progress | None = None,
) -> Replicated:
    """Make replications of some cells and take some measures of each run.

    Parameters
    ----------
    cells
        What is run. With "auto" replications there are two, and the measures that decide on their
        number are among those wanted.
    settings
        How it is run.
    wanted
        The measures to take; those that tell whether a cell settles are taken as well.
    frame
        Who is the cohort; found from the first replication if not given.
    executor
        Where runs are made; what suits the engine if not given. The result does not depend on it.
    on_progress
        Called with the runs done, and how many there will be or `None`.
    """
    wanted = {**wanted, None: tuple(dict.fromkeys((*wanted.get(None, ()), *SIGNS)))}
    stages = list_stages(settings.replications)
    samples, done = Samples(wanted, stages[-1], len(cells)), 0
    total = stages[0] * len(cells) if len(stages) == 1 else None
    with open_executor(settings.engine, executor) as workers:
        runner, enough = Runner(cells, settings, workers, frame), False
        for stage in stages:
            with closing(runner.extend(stage, wanted)) as stream:
                for run, readings in stream:
                    samples.put(run, readings)
                    done += 1
                    if on_progress is not None:
                        on_progress(done, total)
            enough = total is None and is_enough(samples.first(stage))
            if enough:
                break
        frame = runner.find_frame()
    by_scope = {scope: samples.first(stage, scope) for scope in wanted}
    settling = tuple(
        judge_settling(
            by_scope[None], place, is_warm=is_warm(frame, cell, settings.days_of(cell.scenario))
        )
        for place, cell in enumerate(cells)
    )
    return Replicated(stage, enough, frame, by_scope, settling, runner.list_busiest())


class Runner:
    """Makes runs of some cells, replication after replication; returns them as they get done."""

    def __init__(
        self,
        cells: Sequence[Cell],
        settings: RunSettings,
        workers: Executor,
        frame: Frame | None = None,
    ) -> None:
        self._settings, self._workers, self._frame, self._made = settings, workers, frame, 0
        self._runs = [
            CellRun(0, place, cell, build_blueprint(*cell), settings.days_of(cell.scenario))
            for place, cell in enumerate(cells)
        ]
        self._pilots: list[Pilot] = []
        self._busiest: dict[int, Busiest | None] = {}
        for run in self._runs:
            check_size(run.cell.scenario, self._ends(run))

    def find_frame(self) -> Frame:
        """Return who of all cells is the cohort, as the first replication tells."""
        if self._frame is None:
            self._frame, self._pilots = fly_pilots(self._runs, self._settings, self._workers)
        return self._frame

    def extend(
        self, replications: int, wanted: Wanted
    ) -> Generator[tuple[CellRun, Readings], None, None]:
        """Make runs until there are so many replications; return each with what it yields."""
        day = self.find_frame().warm_up_day
        while self._pilots:
            run, ledger = self._pilots.pop()
            self._busiest[run.place] = find_busiest_of(run, ledger, day)
            yield run, measure_run(run, ledger, wanted, day)
            self._made = 1
        batches = self._cut(range(self._made, replications))
        works = (MeasuredBatch(batch, wanted, day) for batch in batches)
        with closing(work_off(self._workers, measure_batch, works)) as done:
            for work, readings in done:
                yield from zip(work.batch.runs, readings, strict=True)
        self._made = replications

    def list_busiest(self) -> tuple[Busiest | None, ...]:
        """List the busiest pool of each cell; none where the pilots were not kept."""
        if len(self._busiest) < len(self._runs):
            return ()
        return tuple(self._busiest[run.place] for run in self._runs)

    def _cut(self, replications: range) -> Iterator[Batch]:
        """Cut replications into batches: of whole ones, if they fit, for these share citizens.

        There are two at least, so that few runs are made side by side as well.
        """
        runs = [run._replace(replication=number) for number in replications for run in self._runs]
        at_once = max(min(self._fit_in_days(), self._fit_in_memory(), -(-len(runs) // 2)), 1)
        if at_once > len(self._runs):
            at_once -= at_once % len(self._runs)
        for start in range(0, len(runs), at_once):
            yield self._batch(runs[start : start + at_once])

    def _fit_in_days(self) -> int:
        return DAYS_AT_ONCE // max(run.days for run in self._runs)

    def _fit_in_memory(self) -> int:
        largest = max(expect_bytes(run.cell.scenario, self._ends(run)) for run in self._runs)
        return int(MOST_RUN_BYTES / max(largest, 1))

    def _ends(self, run: CellRun) -> int:
        """Return the calendar days of a run, as far as they are known before the first."""
        given = self._settings.follow_up_days if self._frame is None else self._frame.follow_up_days
        return run.days + (FOLLOW_UP_DAYS if given is None else given)

    def _batch(self, runs: Sequence[CellRun]) -> Batch:
        settings, follow_up_days = self._settings, self.find_frame().follow_up_days
        return Batch(tuple(runs), settings.engine, settings.seed, follow_up_days)


def find_frame(
    scenario: Scenario,
    designs: Sequence[str],
    settings: RunSettings,
    executor: Executor | None = None,
) -> Frame:
    """Return who is the cohort, as a comparison of some designs finds it.

    Whoever varies something has one cohort throughout: that of what is not varied.
    """
    cells = [Cell(scenario, design) for design in designs]
    with open_executor(settings.engine, executor) as workers:
        return Runner(cells, settings, workers).find_frame()
