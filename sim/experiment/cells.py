"""Cells of an experiment, and making runs of them: this is what goes to threads and processes."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from sim.blueprint import Blueprint
from sim.engines import get_engine
from sim.engines.request import RunRequest, StopSign
from sim.ledger import Ledger
from sim.measures import Reading, build_view, cut_out
from sim.measures.registry import measure
from sim.population import draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario

FOLLOW_UP_DAYS = 60
"""Calendar days that a run at least goes on after the last citizen of the cohort has come, so that
all can finish. Others still come in that time: an emptying service would treat the last better."""
SERVICE_LUCK = 999
"""Stands in a key where a citizen's has the demand type: the luck of the service itself."""

Scope = str | None
"""All citizens, or those of one demand type."""
Wanted = Mapping[Scope, tuple[str, ...]]
"""The measures to take, of all citizens and of demand types."""
Readings = dict[Scope, dict[str, Reading]]


class Cell(NamedTuple):
    """A design of a scenario, which is run."""

    scenario: Scenario
    design: str


class Frame(NamedTuple):
    """Who of a run is the cohort, and how long it is followed: the same for all cells."""

    warm_up_day: int
    """Calendar day on which the cohort begins."""
    follow_up_days: int
    """Calendar days that a run goes on after the cohort's last one has come."""
    cold: frozenset[str] = frozenset()
    """The designs of which the start has not worn off when the cohort begins."""


class CellRun(NamedTuple):
    """One run of a cell."""

    replication: int
    """Which one."""
    place: int
    """Place of the cell among all."""
    cell: Cell
    blueprint: Blueprint
    """What is built from the cell."""
    days: int
    """Calendar days of arrivals."""


class Batch(NamedTuple):
    """Runs that are made one after the other, on one thread or in one process."""

    runs: tuple[CellRun, ...]
    engine: str
    seed: int
    follow_up_days: int
    """Calendar days that the runs go on after the cohort's last day."""


class MeasuredBatch(NamedTuple):
    """A batch that is measured where it was made, so that no ledger outlives it.

    The cohort begins on the calendar day on which it has warmed up.
    """

    batch: Batch
    wanted: Wanted
    warm_up_day: int


def simulate_batch(batch: Batch, stop_sign: StopSign) -> list[Ledger]:
    """Make the runs of a batch, each to its ledger."""
    return get_engine(batch.engine).simulate_batch(list(_build_requests(batch)), stop_sign)


def _build_requests(batch: Batch) -> Iterator[RunRequest]:
    """Return what is asked of the engine: neighbours of one scenario share their citizens."""
    groups = groupby(batch.runs, key=lambda run: (run.replication, id(run.cell.scenario), run.days))
    for (replication, _, days), group in groups:
        runs, until = list(group), days + batch.follow_up_days
        citizens = draw_citizens(runs[0].cell.scenario, batch.seed, replication, until)
        luck = key(batch.seed, replication, SERVICE_LUCK)
        for run in runs:
            yield RunRequest(run.blueprint, citizens, luck, until)


def measure_batch(work: MeasuredBatch, stop_sign: StopSign) -> list[Readings]:
    """Make the runs of a batch and measure the cohort of each."""
    ledgers = simulate_batch(work.batch, stop_sign)
    return [
        measure_run(run, ledger, work.wanted, work.warm_up_day)
        for run, ledger in zip(work.batch.runs, ledgers, strict=True)
    ]


def measure_run(run: CellRun, ledger: Ledger, wanted: Wanted, warm_up_day: int) -> Readings:
    """Measure the cohort of a run: of all citizens, and of demand types, what is wanted."""
    whole = build_view(ledger, *run.cell, warm_up_day, run.days)
    return {  # one view of a demand type at a time: each holds much memory
        scope: measure(whole if scope is None else cut_out(whole, scope), names)
        for scope, names in wanted.items()
    }
