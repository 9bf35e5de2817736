"""The books: what a job will leave in them, and what happens, into a log or else into the ledger.

`sim.ledger.build_ledger` makes of a log what a run without one has counted.
"""

from typing import Any

from sim.engines.fast.machine.arrays import after_of, log_of, parts_of
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.counting import (
    count,
    count_busy,
    count_hang_up,
    count_job,
    count_losses,
    count_meeting,
    count_shift,
    count_visit,
)
from sim.eventlog import NONE, Event


@inlined
def spend(world: Any, task: Any, activity: Any, seconds: int) -> None:
    """Add time to the job."""
    if seconds > 0:
        part = parts_of(world)[task.worker, task.parts_count]
        part.activity, part.seconds = activity.value, seconds
        task.parts_count += 1
        task.busy_s += seconds


@inlined
def note(world: Any, task: Any, kind: Any, step: int, amount: int) -> None:
    """Note an event to log when the job is finished."""
    after = after_of(world)[task.worker, task.after_count]
    after.kind, after.step, after.amount = kind.value, step, amount
    task.after_count += 1


@inlined
def log_case(
    world: Any, kind: Any, case: Any, step: int = NONE, amount: int = 0, cause: int = NONE
) -> None:
    """Book an event of a case that no worker brings about."""
    if world.is_logged:
        write(world, kind, case.citizen, NONE, NONE, case.attempt, step, amount, cause)
    else:
        count(world, kind, case, case.attempt, step, amount, cause)


@inlined
def log_lie(world: Any, case: Any, pool: int, seconds: int) -> None:
    """Book a case that lies until another hand takes it up."""
    if world.is_logged:
        who = case.citizen, NONE, pool, case.attempt
        write(world, Event.LIE, *who, case.function, seconds, NONE)


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
def log_hang_up(world: Any, task: Any, case: Any) -> None:
    """Book a caller who hangs up."""
    if world.is_logged:
        write_task(world, Event.HANG_UP, task, task.kind, world.now_s - task.entered_s)
    else:
        count_hang_up(world, case)


@inlined
def log_missed_visit(world: Any, task: Any) -> None:
    """Book a visit to which nobody came."""
    if world.is_logged:
        write_task(world, Event.MISS, task, task.kind, world.now_s - task.entered_s)
        write_task(world, Event.VISIT, task, task.missed, task.need_s)
        write_task(world, Event.VISIT_TIME, task, task.undone_s, 0)
    else:
        count_visit(world, task, task.missed, task.need_s, task.undone_s, 0)


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
def log_lay_aside(world: Any, task: Any, seconds: int) -> None:
    """Book a job laid aside, on which so many seconds were worked on this day."""
    if world.is_logged:
        write_task(world, Event.LAY_ASIDE, task, task.kind, task.done_s)
    else:
        count_busy(world, task.pool, seconds)


@inlined
def log_shift(world: Any, kind: Any, worker: Any, pool: int, seconds: int) -> None:
    """Book a shift worked or missed, or time beyond it."""
    if world.is_logged:
        write(world, kind, NONE, worker.identity, pool, NONE, worker.is_temp, seconds, NONE)
    else:
        count_shift(world, kind, worker, pool, seconds)


@inlined
def log_service(world: Any, kind: Any, amount: int = 0) -> None:
    """Book an event of the service as a whole, which the ledger does not count."""
    if world.is_logged:
        write(world, kind, NONE, NONE, NONE, NONE, NONE, amount, NONE)


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
    for nth in range(task.parts_count):
        part = parts_of(world)[task.worker, nth]
        write_task(world, Event.ACTIVITY, task, part.activity, part.seconds)
    for nth in range(task.after_count):
        after = after_of(world)[task.worker, nth]
        write_task(world, after.kind, task, after.step, after.amount)
