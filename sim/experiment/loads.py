"""How much work each pool of a design has, and which is the busiest: found from one run."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from typing import NamedTuple

import numpy as np

from sim.blueprint import build_blueprint
from sim.engines.request import StopSign
from sim.experiment.cells import Batch, Cell, CellRun, Frame, simulate_batch
from sim.experiment.executors import work_off
from sim.experiment.settings import RunSettings
from sim.ledger import Ledger
from sim.ledger.tables import Whole
from sim.measures import build_view, pool_loads

AT_ONCE = 4
"""Runs whose ledgers are held at one time."""


def measure_loads(
    cells: Sequence[Cell], settings: RunSettings, frame: Frame, workers: Executor
) -> list[Whole]:
    """Return, for each cell, the busy seconds of each of its pools in the first replication."""
    loads: dict[int, Whole] = {}
    batches = _list_batches(cells, settings, frame)
    with closing(work_off(workers, _measure_batch, batches)) as done:
        for batch, found in done:
            loads |= {run.place: of for run, of in zip(batch.runs, found, strict=True)}
    return [loads[place] for place in range(len(cells))]


class Busiest(NamedTuple):
    """The busiest pool of a design of several."""

    function: str | None
    """Name of its function; `None` for a front office."""
    utilisation: float
    """Busy time, of the time on shift, in the first replication."""


def find_busiest(
    cells: Sequence[Cell], settings: RunSettings, frame: Frame, workers: Executor
) -> list[Busiest | None]:
    """Return the busiest pool of each cell in the first replication; `None` if a team has one."""
    found: dict[int, Busiest | None] = {}
    works = ((batch, frame.warm_up_day) for batch in _list_batches(cells, settings, frame))
    with closing(work_off(workers, _find_busiest_of_batch, works)) as done:
        for (batch, _), busiest in done:
            found |= {run.place: of for run, of in zip(batch.runs, busiest, strict=True)}
    return [found[place] for place in range(len(cells))]


def _find_busiest_of_batch(work: tuple[Batch, int], stop_sign: StopSign) -> list[Busiest | None]:
    batch, warm_up_day = work
    ledgers = simulate_batch(batch, stop_sign)
    return [
        find_busiest_of(run, ledger, warm_up_day)
        for run, ledger in zip(batch.runs, ledgers, strict=True)
    ]


def find_busiest_of(run: CellRun, ledger: Ledger, warm_up_day: int) -> Busiest | None:
    """Return the busiest pool of one run; `None` if a team has one pool."""
    loads = pool_loads(build_view(ledger, *run.cell, warm_up_day, run.days))
    if len({load.function for load in loads}) < 2:
        return None
    load = max(loads, key=lambda load: load.share)
    pools = run.cell.scenario.designs[run.cell.design].functions.pools
    return Busiest(None if load.is_front else pools[load.function].name, load.share)


def _list_batches(cells: Sequence[Cell], settings: RunSettings, frame: Frame) -> Iterator[Batch]:
    runs = [
        CellRun(0, place, cell, build_blueprint(*cell), settings.days_of(cell.scenario))
        for place, cell in enumerate(cells)
    ]
    for start in range(0, len(runs), AT_ONCE):
        of_batch = tuple(runs[start : start + AT_ONCE])
        yield Batch(of_batch, settings.engine, settings.seed, frame.follow_up_days)


def _measure_batch(batch: Batch, stop_sign: StopSign) -> list[Whole]:
    return [
        np.bincount(ledger.busy.pool, weights=ledger.busy.seconds).astype(np.int64)
        for ledger in simulate_batch(batch, stop_sign)
    ]
