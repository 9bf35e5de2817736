"""Runs in, a log or ledgers out: the compiled engine as the rest of the project calls it."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait

import numpy as np
from joblib import cpu_count
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.engines.fast.batch import simulate_batch
from sim.engines.fast.machine.clock import MOST_SCHEDULED
from sim.engines.fast.machine.ledgers import read_ledger
from sim.engines.fast.machine.room import make_room
from sim.engines.fast.machine.settings import prepare
from sim.engines.fast.machine.world import BatchWorld
from sim.engines.setting import Setting
from sim.errors import RunError
from sim.eventlog import EventLog
from sim.ledger import Ledger
from sim.population import Population

LOOKS_EVERY_S = 0.1
NO_MEMORY = "there is not enough memory; close other programs, or ask for fewer days"
DONE, STOP = 0, 1
"""Places of what threads tell each other about a batch."""


def simulate_fast(
    blueprint: Blueprint,
    population: Population,
    luck: int,
    days: int,
    *,
    reform_to: Blueprint | None = None,
    reform_day: int = 0,
) -> EventLog:
    """Run one design for one replication and return its event log.

    Parameters
    ----------
    blueprint
        The design.
    population
        The citizens.
    luck
        Key of the replication, for what belongs to staff and service.
    days
        Calendar days until the run ends.
    reform_to, reform_day
        Another design, and the calendar day on which the service changes to it.

    Raises
    ------
    RunError
        If the run has more moments than the engine can tell apart.
    """
    setting = Setting(blueprint, population, luck, days, reform_to, reform_day)
    (world,) = _run_all([[setting]], None, is_logged=True)
    columns = world["log"][:, : world.record[0].log_used]
    columns.setflags(write=False)
    return EventLog(*columns)


def simulate_many_fast(
    settings: Sequence[Setting],
    *,
    n_jobs: int | None = None,
    on_done: Callable[[int], None] | None = None,
) -> list[Ledger]:
    """Simulate many runs, side by side on threads, and return the ledger of each.

    Parameters
    ----------
    settings
        The runs.
    n_jobs
        How many threads; as many as there are processors if not given.
    on_done
        Called with the number of runs done, now and then when there are more.

    Raises
    ------
    RunError
        If a run has more moments than the engine can tell apart.
    """
    if not settings:
        return []
    threads = min(n_jobs or cpu_count(), len(settings))
    ends = [len(settings) * (nth + 1) // threads for nth in range(threads)]
    # Neighbours share their citizens, and are of all designs: no thread has the dear ones alone.
    batches = [settings[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]
    worlds = _run_all(batches, on_done, is_logged=False)
    return [
        read_ledger(world, run, setting.population, setting.blueprint.calendar)
        for batch, world in zip(batches, worlds, strict=True)
        for run, setting in enumerate(batch)
    ]


def _run_all(
    batches: Sequence[Sequence[Setting]],
    on_done: Callable[[int], None] | None,
    *,
    is_logged: bool,
) -> list[BatchWorld]:
    """Simulate batches of runs, each on a thread of its own: this one hears who says stop."""
    progress = [np.zeros(2, np.int64) for _ in batches]
    try:
        worlds = [
            prepare(b, p, is_logged=is_logged) for b, p in zip(batches, progress, strict=True)
        ]
    except MemoryError as error:
        raise RunError(NO_MEMORY) from error
    with ThreadPoolExecutor(len(batches)) as pool:
        running = [pool.submit(run_through, world) for world in worlds]
        try:
            _watch(running, progress, on_done)
        except BaseException:
            for one in progress:
                one[STOP] = True
            raise
    return worlds


def _watch(
    running: list[Future[None]],
    progress: list[NDArray[np.int64]],
    on_done: Callable[[int], None] | None,
) -> None:
    """Wait for all, and tell how many runs are done whenever there are more."""
    unfinished, told = set(running), 0
    while unfinished:
        finished, unfinished = wait(unfinished, LOOKS_EVERY_S)
        for one in finished:
            one.result()
        done = sum(int(one[DONE]) for one in progress)
        if on_done is not None and done > told:
            on_done(done)
            told = done


def run_through(world: BatchWorld) -> None:
    """Simulate all runs of a world, with as much room as they need, unless told to stop."""
    while not simulate_batch(world.record):
        if world["progress"][STOP]:
            return
        record = world.record[0]
        if record.scheduled + record.slack + record.waiting > MOST_SCHEDULED:
            raise RunError("too much happens in this run; ask for fewer days or fewer citizens")
        try:
            make_room(world)
        except MemoryError as error:
            raise RunError(NO_MEMORY) from error
