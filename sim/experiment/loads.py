"""How much work each pool of a design has: busy seconds of one run, by pool."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing

import numpy as np

from sim.blueprint import build_blueprint
from sim.engines.request import StopSign
from sim.experiment.cells import Batch, Cell, CellRun, Frame, simulate_batch
from sim.experiment.executors import work_off
from sim.experiment.settings import RunSettings
from sim.ledger.tables import Whole

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
