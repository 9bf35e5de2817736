"""The compiled engine's loop: the phases of a moment, in the reference engine's words."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    again_s_of,
    cases_of,
    design_of,
    fresh_s_of,
    tasks_of,
    workers_of,
)
from sim.engines.fast.machine.books import log_case
from sim.engines.fast.machine.clock import next_moment
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.room import has_room
from sim.engines.fast.machine.slots import forget, take_task
from sim.engines.fast.machine.steps import (
    BEGIN,
    CALL,
    COME_IN,
    DONE,
    ENTER_AGAIN,
    NOTHING,
    PLAN,
    QUEUE_DECISION,
    QUEUE_EXCEPTION,
    QUEUE_INTAKE,
    QUEUE_WORK,
    SERVE,
    VISIT,
    VISIT_AGAIN,
    WORK_AGAIN,
)
from sim.engines.fast.rules.arrive import arrive, be_ready, come_in, correct
from sim.engines.fast.rules.attempt import begin, plan, work_again
from sim.engines.fast.rules.client import be_due, call_about_visit, slot_of_call
from sim.engines.fast.rules.comeback import chase, come_back, released, resume, take_answer
from sim.engines.fast.rules.finish import finish
from sim.engines.fast.rules.jobs import dispatch
from sim.engines.fast.rules.queues import contact_pool, enter, function_pool, pool_of, release
from sim.engines.fast.rules.reform import move_task, reform
from sim.engines.fast.rules.roster import change_shift
from sim.engines.order import Moment
from sim.engines.rules import KEY_STEP
from sim.eventlog import NONE, Event, Job, Waiting


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
        return released(case)
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
    return call_about_visit(world, case, about)


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
    if step == WORK_AGAIN:
        step = work_again(world, case)
    if step == NOTHING:
        return NONE
    task = make_task(world, case, step)
    enter(world, task, case)
    return task.pool


@inlined
def make_task(world: Any, case: Any, step: int) -> Any:
    """Return the job that a step brings: a new one, unless it waited before a reform."""
    if step == ENTER_AGAIN:
        return tasks_of(world)[world.job_number]
    kind, pool, size_s = Job.WORK.value, NONE, 0
    draw_key_0, draw_key_1, draw_key_2 = case.attempt, 0, case.rounds
    if step == QUEUE_WORK:
        size_s = case.intake_s + fresh_s_of(world)[case.slot, case.function]
        size_s += again_s_of(world)[case.slot, case.function]
    elif step == QUEUE_INTAKE:
        kind, pool, size_s, draw_key_2 = Job.INTAKE.value, pool_of(world, case, 0), case.intake_s, 0
    elif step == CALL:
        kind, pool, size_s = Job.CALL.value, contact_pool(world, case), world.job_s
        draw_key_2 = world.job_number
    elif step == QUEUE_DECISION:
        kind = Job.DECIDE.value
    elif step == QUEUE_EXCEPTION:
        kind = Job.EXCEPTION.value
    else:
        kind = Job.VISIT.value if step == VISIT else Job.EXTRA_VISIT.value
        size_s, draw_key_0, draw_key_1, draw_key_2 = world.job_s, world.job_day, world.job_slot, 0
    draw_key_1 += kind * KEY_STEP
    if kind == Job.WORK or kind == Job.DECIDE or kind == Job.EXCEPTION:
        case.waiting = Waiting.POOL
        draw_key_1 += case.function
    if pool == NONE:
        pool = function_pool(world, case)
    task = take_task(world, kind, case, pool, size_s)
    task.draw_key_0, task.draw_key_1, task.draw_key_2 = draw_key_0, draw_key_1, draw_key_2
    if step == CALL:
        task.is_value, task.is_chase = world.job_is_value, world.job_is_chase
    if step == VISIT_AGAIN:
        task.need_s = world.job_need_s
    return task


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
