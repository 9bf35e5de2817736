"""Runs in, a log or ledgers out: the compiled engine as the rest of the project calls it."""

from collections.abc import Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial

from sim.blueprint import Blueprint
from sim.engines.fast.code import find_code
from sim.engines.fast.machine.growth import make_room
from sim.engines.fast.machine.joining import join_books
from sim.engines.fast.machine.ledgers import read_ledger
from sim.engines.fast.machine.rank import MOST_SCHEDULED
from sim.engines.fast.machine.runs import prepare
from sim.engines.fast.machine.teams import find_teams, prepare_teams, share_out
from sim.engines.fast.machine.ties import is_apart
from sim.engines.fast.machine.world import BatchWorld
from sim.engines.request import STOP, ReformDay, RunRequest, StopSign, build_stop_sign
from sim.errors import RunError, TooLargeError
from sim.eventlog import EventLog
from sim.ledger import Ledger
from sim.ledger.tables import NEEDS_TOO_LARGE
from sim.message import Message
from sim.population import Population

NO_MEMORY = Message("there is not enough memory; close other programs, or ask for fewer days")
TOO_MUCH = Message("too much happens in this run; ask for fewer days or fewer citizens")


def simulate_fast(
    blueprint: Blueprint,
    population: Population,
    luck: int,
    days: int,
    *,
    reforms: tuple[ReformDay, ...] = (),
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
    reforms
        Its changes to other designs, in the order of their days.

    Raises
    ------
    RunError
        If the run has more moments than the engine can tell apart.
    """
    request = RunRequest(blueprint, population, luck, days, reforms)
    stop_sign = build_stop_sign()
    world = _prepare([request], stop_sign, is_logged=True)
    with ThreadPoolExecutor(1) as pool:  # this thread hears who says stop
        try:
            pool.submit(run_through, world).result()
        except BaseException:
            stop_sign[STOP] = True
            raise
    columns = world["log"][:, : world.record[0].log_used]
    columns.setflags(write=False)
    return EventLog(*columns)


def simulate_batch_fast(requests: Sequence[RunRequest], stop_sign: StopSign) -> list[Ledger]:
    """Simulate some runs on this thread, and return the ledger of each.

    Parameters
    ----------
    requests
        The runs.
    stop_sign
        Tells whether to stop.

    Raises
    ------
    RunError
        If a run has more moments than the engine can tell apart.
    CancelledError
        If it is told to stop.
    """
    apart = [nth for nth, request in enumerate(requests) if is_apart(request)]
    whole = [nth for nth in range(len(requests)) if nth not in apart]
    ledgers, held = _simulate_whole([requests[nth] for nth in whole], stop_sign)
    by_place = dict(zip(whole, ledgers, strict=True))
    for nth in apart:
        by_place[nth], held = simulate_teams(requests[nth], stop_sign, held)
    return [by_place[nth] for nth in range(len(requests))]


def _simulate_whole(
    requests: Sequence[RunRequest], stop_sign: StopSign
) -> tuple[list[Ledger], int]:
    """Simulate runs whose teams have something in common; return the bytes that they hold, too."""
    if not requests:
        return [], 0
    world = _prepare(requests, stop_sign, is_logged=False)
    run_through(world)
    ledgers = [
        read_ledger(world, run, request.population, request.blueprint.calendar)
        for run, request in enumerate(requests)
    ]
    return ledgers, world.count_bytes()


def simulate_teams(request: RunRequest, stop_sign: StopSign, held: int = 0) -> tuple[Ledger, int]:
    """Simulate each team of a run by itself; return the bytes that are held from now on, too.

    Parameters
    ----------
    request
        A run whose teams nothing ties together.
    stop_sign
        Tells whether to stop.
    held
        Bytes that runs made together with it hold already.
    """
    teams = find_teams(request)
    worlds = [prepare_teams(teams, part, stop_sign) for part in share_out(teams)]
    with ThreadPoolExecutor(len(worlds)) as pool:
        list(pool.map(partial(run_through, held=held, beside=len(worlds) - 1), worlds))
    books = join_books(teams, worlds, find_code().simulate_batch)
    ledger = read_ledger(books, 0, request.population, request.blueprint.calendar)
    return ledger, held + sum(array.nbytes for array in books.values())


def _prepare(requests: Sequence[RunRequest], stop_sign: StopSign, *, is_logged: bool) -> BatchWorld:
    try:
        return prepare(requests, stop_sign, is_logged=is_logged)
    except MemoryError as error:
        raise RunError(NO_MEMORY) from error


def run_through(world: BatchWorld, held: int = 0, beside: int = 0) -> None:
    """Simulate all runs of a world, with as much room as they need, unless told to stop.

    Other runs may hold memory, and as many worlds as large as this one be simulated beside it.
    """
    simulate_batch = find_code().simulate_batch
    while not simulate_batch(world.record):
        if world["stop_sign"][STOP]:
            raise CancelledError
        record = world.record[0]
        if record.scheduled + record.slack + record.waiting > MOST_SCHEDULED:
            raise RunError(TOO_MUCH)
        try:
            make_room(world, held, beside)
        except MemoryError as error:
            raise RunError(NO_MEMORY) from error
    if world.record[0].is_too_large:
        raise TooLargeError(NEEDS_TOO_LARGE)
