"""A job from the queue to the worker's hands: dispatch and start."""

from typing import Any

from sim.engines.fast.machine.arrays import cases_of, pools_of
from sim.engines.fast.machine.books import log_start
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.slots import meet
from sim.engines.fast.rules.memory import recall, remember
from sim.engines.fast.rules.queues import choose, leave
from sim.engines.fast.rules.stay import work_on
from sim.engines.fast.rules.visit import do_visit
from sim.engines.fast.rules.work import answer, do_exception, do_work, inspect_again, take_contact
from sim.engines.rules import Outcome
from sim.eventlog import Job


@inlined
def dispatch(world: Any, place: int) -> None:
    """Give waiting jobs to free workers for as long as there are both.

    In the second in which staff come and go nobody takes a job before they have: then every pool
    is served.
    """
    if world.now_s == world.roster_s:
        return
    pool = pools_of(world)[place]
    while pool.length > 0 and pool.free_count > 0:
        task = leave(world, pool)
        case = cases_of(world)[task.case]
        start(world, task, case, choose(world, pool, task, case))


@inlined
def start(world: Any, task: Any, case: Any, worker: Any) -> None:
    """Let a worker do a job: all of its course is settled now, and known when it is finished."""
    worker.in_hand = task.place
    task.worker, task.staff = worker.place, worker.identity
    task.outcome = Outcome.ANSWERED
    known = meet(world, case, task.staff)
    log_start(world, task, case, known)
    recall(world, case, known)
    _do(world, task, case, known)
    if task.kind != Job.CALL:
        remember(world, known)
        known.is_reader = case.is_read = case.is_in_hand = True
        case.last_hand = task.staff
    work_on(world, task, worker)


@inlined
def _do(world: Any, task: Any, case: Any, known: Any) -> None:
    """Do what the kind of job asks for: it settles the job's parts and its outcome."""
    kind = task.kind
    if kind == Job.CALL:
        answer(world, task)
    elif kind == Job.WORK:
        do_work(world, task, case, known)
    elif kind == Job.VISIT or kind == Job.EXTRA_VISIT:
        do_visit(world, task, case, known)
    elif kind == Job.INTAKE:
        take_contact(world, task, case, known)
    elif kind == Job.DECIDE:
        inspect_again(world, task, case, known)
    else:
        do_exception(world, task, case, known)
