"""A job from the queue to the worker's hands: dispatch, start, and the books of its finish."""

from typing import Any

from sim.engines.fast.arrays import after_of, cases_of, parts_of, pools_of
from sim.engines.fast.books import (
    account_of,
    count_after,
    count_job,
    count_meeting,
    count_part,
    count_visit,
    log_task,
)
from sim.engines.fast.clock import at
from sim.engines.fast.compiled import inlined
from sim.engines.fast.queues import choose, leave
from sim.engines.fast.slots import meet
from sim.engines.fast.status import ANSWERED
from sim.engines.fast.visit import do_visit
from sim.engines.fast.work import answer, do_case
from sim.eventlog import Event, Job, Moment


@inlined
def dispatch(world: Any, place: int) -> None:
    """Give waiting jobs to free workers for as long as there are both."""
    pool = pools_of(world)[place]
    while pool.length > 0 and pool.free > 0:
        task = leave(world, pool)
        case = cases_of(world)[task.case]
        start(world, task, case, choose(world, pool, task, case))


@inlined
def start(world: Any, task: Any, case: Any, worker: Any) -> None:
    """Let a worker do a job: all of its course is settled now, and known when it is finished."""
    worker.is_busy = True
    task.worker, task.staff = worker.place, worker.identity
    task.outcome = ANSWERED
    log_task(world, Event.START, task, task.kind, world.now_s - task.entered_s)
    known = meet(world, case, task.staff)
    count_meeting(world, task, case, known)
    if task.kind == Job.CALL:
        answer(world, task)
    else:
        if task.kind == Job.VISIT or task.kind == Job.EXTRA_VISIT:
            do_visit(world, task, case, known)
        else:
            do_case(world, task, case, known)
        known.is_reader = case.is_read = case.is_in_hand = True
    at(world, world.now_s + task.busy_s, Moment.FINISH, task.place)


@inlined
def book(world: Any, task: Any, case: Any) -> None:
    """Write a finished job into the books: its time, its parts, and what happened in it."""
    row = account_of(world, case)
    log_task(world, Event.FINISH, task, task.kind, task.busy_s)
    count_job(world, row, task.busy_s)
    for nth in range(task.parts):
        part = parts_of(world)[task.worker, nth]
        log_task(world, Event.ACTIVITY, task, part.activity, part.seconds)
        count_part(world, row, part.activity, part.seconds)
    for nth in range(task.after):
        after = after_of(world)[task.worker, nth]
        log_task(world, after.kind, task, after.step, after.amount)
        if after.kind == Event.VISIT:
            spent = after_of(world)[task.worker, nth + 1]
            count_visit(world, task, after, spent)
        else:
            count_after(world, row, case, after)
