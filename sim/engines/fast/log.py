"""The log: one row for each event, for runs that are asked for one."""

from typing import Any

from sim.engines.fast.arrays import after_of, log_of, parts_of
from sim.engines.fast.compiled import inlined
from sim.eventlog import NONE, Event


@inlined
def write(
    world: Any,
    kind: int,
    citizen: int,
    staff: int,
    pool: int,
    attempt: int,
    step: int,
    amount: int,
    cause: int,
) -> None:
    """Write one row of the log."""
    log = log_of(world)
    row = world.log_used
    log[0, row] = world.now_s
    log[1, row] = kind
    log[2, row] = citizen
    log[3, row] = staff
    log[4, row] = pool
    log[5, row] = attempt
    log[6, row] = step
    log[7, row] = amount
    log[8, row] = cause
    world.log_used = row + 1


@inlined
def write_task(world: Any, kind: Any, task: Any, step: int, amount: int) -> None:
    """Write one row about a job."""
    write(world, kind, task.citizen, task.staff, task.pool, task.attempt, step, amount, NONE)


@inlined
def write_job(world: Any, task: Any) -> None:
    """Write down a finished job: its time, its parts, and what happened in it."""
    write_task(world, Event.FINISH, task, task.kind, task.busy_s)
    for nth in range(task.parts):
        part = parts_of(world)[task.worker, nth]
        write_task(world, Event.ACTIVITY, task, part.activity, part.seconds)
    for nth in range(task.after):
        after = after_of(world)[task.worker, nth]
        write_task(world, after.kind, task, after.step, after.amount)
