"""The books: what happens goes into the log, if one is kept, and otherwise into the ledger.

`sim.ledger.build_ledger` makes of a log what a run without one has counted.
"""

from typing import Any

from sim.engines.fast.compiled import inlined
from sim.engines.fast.counting import (
    count,
    count_job,
    count_losses,
    count_meeting,
    count_shift,
)
from sim.engines.fast.log import write, write_job, write_task
from sim.eventlog import NONE, Event


@inlined
def log_case(
    world: Any, kind: Any, case: Any, step: int = NONE, amount: int = 0, cause: int = NONE
) -> None:
    """Book an event of a case that nobody in particular brings about."""
    if world.is_logged:
        write(world, kind, case.citizen, NONE, NONE, case.attempt, step, amount, cause)
    else:
        count(world, kind, case, case.attempt, step, amount, cause)


@inlined
def log_task(world: Any, kind: Any, task: Any, step: int, amount: int) -> None:
    """Book an event of a job that the ledger does not count."""
    if world.is_logged:
        write_task(world, kind, task, step, amount)


@inlined
def log_start(world: Any, task: Any, case: Any, known: Any) -> None:
    """Book a job begun: the citizen meets a member of staff."""
    if world.is_logged:
        write_task(world, Event.START, task, task.kind, world.now_s - task.entered_s)
    else:
        count_meeting(world, task, case, known)


@inlined
def log_losses(world: Any, task: Any, case: Any, lost: int) -> None:
    """Book particulars lost."""
    if world.is_logged:
        write_task(world, Event.LOSE, task, case.function, lost)
    else:
        count_losses(world, case, lost)


@inlined
def log_job(world: Any, task: Any, case: Any) -> None:
    """Book a finished job: its time, its parts, and what happened in it."""
    if world.is_logged:
        write_job(world, task)
    else:
        count_job(world, task, case)


@inlined
def log_shift(world: Any, kind: Any, worker: Any, seconds: int) -> None:
    """Book a shift worked or missed."""
    if world.is_logged:
        write(world, kind, NONE, worker.identity, worker.pool, NONE, worker.is_temp, seconds, NONE)
    else:
        count_shift(world, kind, worker, seconds)


@inlined
def log_service(world: Any, kind: Any) -> None:
    """Book an event of the service as a whole, which the ledger does not count."""
    if world.is_logged:
        write(world, kind, NONE, NONE, NONE, NONE, NONE, 0, NONE)
