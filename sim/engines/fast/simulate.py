"""The compiled engine's loop: the phases of a moment, in the reference engine's words."""

from typing import Any

from sim.engines.fast.machine.arrays import cases_of, design_of, tasks_of, workers_of
from sim.engines.fast.machine.books import log_case
from sim.engines.fast.machine.clock import next_moment
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.room import has_room
from sim.engines.fast.machine.slots import forget
from sim.engines.fast.machine.steps import (
    BEGIN,
    CALL,
    COME_IN,
    DONE,
    NOTHING,
    PLAN,
    QUEUE_DECISION,
    QUEUE_EXCEPTION,
    QUEUE_INTAKE,
    QUEUE_WORK,
    SERVE,
    TAKE_UP,
    VISIT,
    VISIT_AGAIN,
)
from sim.engines.fast.rules.arrive import arrive, be_ready, come_in, correct
from sim.engines.fast.rules.attempt import (
    begin,
    call_task,
    plan,
    queue_decision,
    queue_intake,
    queue_work,
    take_up,
)
from sim.engines.fast.rules.client import be_due, slot_of_call, take_call, visit_task
from sim.engines.fast.rules.comeback import chase, come_back, released, resume, take_answer
from sim.engines.fast.rules.finish import end_window, finish
from sim.engines.fast.rules.jobs import dispatch
from sim.engines.fast.rules.queues import enter, release
from sim.engines.fast.rules.reform import move_task, reform
from sim.engines.fast.rules.roster import change_shift
from sim.engines.fast.rules.team import lend
from sim.engines.fast.rules.unanswered import give_up_waiting, hang_up
from sim.engines.order import Moment
from sim.eventlog import NONE, Event, Job


@inlined
def go_on(world: Any) -> bool:
    """Let moment after moment happen; true at the end of the run, false for want of room."""
    while has_room(world):
        moment = next_moment(world)
        if moment == NONE:
            return True
        step = handle(world, moment)
        slot = world.case
        while step != DONE:
            pool = take_step(world, step)
            if pool != NONE:
                dispatch(world, pool)
            step = next_step(world)
        if slot != NONE:
            forget(world, cases_of(world)[slot])
    return False


@inlined
def handle(world: Any, moment: int) -> int:
    """Let what a moment is about happen; return the step that follows from it."""
    about = world.about
    if moment == Moment.FINISH:
        return finish(world, tasks_of(world)[about])
    if moment == Moment.ARRIVAL:
        return arrive(world, about)
    if moment == Moment.HANG_UP:
        return hang_up(world, tasks_of(world)[about])
    if moment == Moment.WINDOW:
        return end_window(world, tasks_of(world)[about])
    world.case = NONE
    if moment == Moment.ROSTER:
        change_shift(world, about)
        return NOTHING
    if moment == Moment.REFORM:
        reform(world)
        return NOTHING
    world.case = slot_of_call(about) if moment == Moment.CALL else about
    case = cases_of(world)[world.case]
    case.pending -= 1
    if moment == Moment.CHASE:
        return chase(world, case)
    if moment == Moment.RELEASE:
        return released(world, case)
    if moment == Moment.ANSWER:
        return take_answer(world, case)
    if moment == Moment.RETURN:
        return come_back(world, case)
    if moment == Moment.READY:
        return be_ready(world, case)
    if moment == Moment.VISIT_DUE:
        return be_due(world, case)
    if moment == Moment.CORRECTION:
        return correct(world, case)
    if moment == Moment.RESUME:
        return resume(world, case)
    if moment == Moment.WITHDRAW:
        return give_up_waiting(world, case)
    return take_call(world, case, about)


@inlined
def take_step(world: Any, step: int) -> int:
    """Take the next step of a case; return the pool whose queue a job has joined, or `NONE`."""
    if step == NOTHING:
        return NONE
    if step == SERVE:
        return world.offered
    case = cases_of(world)[world.case]
    if step == COME_IN:
        step = come_in(world, case)
    if step == BEGIN:
        step = begin(world, case)
    if step == PLAN:
        step = plan(world, case)
    if step == TAKE_UP:
        step = take_up(world, case)
    if step == NOTHING:
        return NONE
    task = make_task(world, case, step)
    lend(world, task, case)
    enter(world, task, case)
    return task.pool


@inlined
def make_task(world: Any, case: Any, step: int) -> Any:
    """Return the job that a step brings: a new one, unless it waited before a reform."""
    if step == QUEUE_WORK:
        return queue_work(world, case)
    if step == CALL:
        return call_task(world, case)
    if step == QUEUE_INTAKE:
        return queue_intake(world, case)
    if step == VISIT:
        return visit_task(world, case, Job.VISIT.value)
    if step == VISIT_AGAIN:
        return visit_task(world, case, Job.EXTRA_VISIT.value)
    if step == QUEUE_DECISION:
        return queue_decision(world, case, Job.DECIDE.value)
    if step == QUEUE_EXCEPTION:
        return queue_decision(world, case, Job.EXCEPTION.value)
    return tasks_of(world)[world.job_number]


@inlined
def next_step(world: Any) -> int:
    """Return what else a moment brings, once what it offered has been taken up."""
    if world.finished != NONE:  # the worker who has finished is free for the next job
        worker = workers_of(world)[world.finished]
        world.finished = NONE
        release(world, worker)
        world.offered = worker.pool
        return SERVE
    if world.abandons != NONE:  # turned away for good
        case = cases_of(world)[world.abandons]
        world.abandons = NONE
        log_case(world, Event.ABANDON, case, amount=case.content_s)
    if world.sweep != NONE:  # a change of shift: every pool is served
        world.offered = world.sweep
        world.sweep += 1
        if world.sweep == design_of(world).pools:
            world.sweep = NONE
        return SERVE
    if world.moving != NONE:  # a reform: every job that waited is moved
        return move_task(world)
    return DONE
