"""The life of a client: admitted, visited day by day, new needs, and what a missed one becomes."""

from typing import Any

import numpy as np

from sim.engines.fast.machine.arrays import (
    design_of,
    episode_s_of,
    type_of,
    visits_per_day_of,
)
from sim.engines.fast.machine.books import log_case
from sim.engines.fast.machine.clock import at, for_case, require_bits
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens, look_up
from sim.engines.fast.machine.slots import take_task, visit_of
from sim.engines.fast.machine.steps import NOTHING, VISIT, VISIT_AGAIN
from sim.engines.fast.rules.attempt import call, contact_in, grow, reply
from sim.engines.fast.rules.calling import next_call_s
from sim.engines.fast.rules.change import change
from sim.engines.fast.rules.day import due_s
from sim.engines.fast.rules.queues import function_pool
from sim.engines.fast.rules.team import place_by_load
from sim.engines.fast.rules.unanswered import call_again
from sim.engines.fast.rules.window import expect_window
from sim.engines.order import Moment
from sim.engines.rules import (
    ADMISSION_CALL,
    KEY_STEP,
    VALUE_CALL_SLOT,
)
from sim.eventlog import Cause, Event, Job
from sim.random import Stream
from sim.units import MILLION

DAY_BITS, SLOT_BITS, CAUSE_BITS = 20, 16, 4
"""A client's call is a number: case, cause, slot and day."""
require_bits(Cause, CAUSE_BITS)


@inlined
def admit(world: Any, case: Any) -> int:
    """Admit a client: the needs go into a plan, and the visits begin."""
    day_s = design_of(world).day_s
    place_by_load(world, case)
    case.is_admitted = True
    case.ends_cal_s = world.now_cal_s + episode_s_of(world)[case.person]
    day = world.now_s // day_s
    visits = visits_per_day_of(world)[case.person]
    slot = 0
    while slot < visits and due_s(world, case, slot) <= world.now_s - day * day_s:
        slot += 1
    if slot == visits:
        _expect_visit(world, case, day + 1, 0)
    else:
        _expect_visit(world, case, day, slot)
    return reply(world, case, case.intake_s, case.intake_is_value, ADMISSION_CALL)


@inlined
def _expect_visit(world: Any, case: Any, day: int, slot: int) -> None:
    day_s = design_of(world).day_s
    case.due_day, case.due_slot = day, slot
    for_case(world, day * day_s + due_s(world, case, slot), Moment.VISIT_DUE, case)


@inlined
def be_due(world: Any, case: Any) -> int:
    """Let a visit be due, and the next one be expected; or let the episode end."""
    if world.now_cal_s >= case.ends_cal_s:
        case.is_over = True
        log_case(world, Event.END, case)
        return NOTHING
    day, slot = case.due_day, case.due_slot
    case.attempt = day + 1
    next_slot = (slot + 1) % visits_per_day_of(world)[case.person]
    _expect_visit(world, case, day + (next_slot == 0), next_slot)
    if slot == 0:
        change(world, case, day)
        _expect_value_call(world, case, day)
    world.job_day, world.job_slot, world.job_s = day, slot, case.content_s
    return VISIT


@inlined
def _expect_value_call(world: Any, case: Any, day: int) -> None:
    """Let a client call about something new, on some days."""
    if happens(type_of(world, case).value_call, case.key, Stream.VALUE_CALL, day):
        calls_s = _value_call_s(world, case, day)
        _expect_call(world, case, calls_s, Cause.VALUE.value, day, VALUE_CALL_SLOT)


@inlined
def _value_call_s(world: Any, case: Any, day: int) -> int:
    """Return when such a call comes: now, or where calls have their times, on the next open day."""
    citizens = design_of(world)
    if not citizens.has_call_times:
        return world.now_s
    table, about = citizens.call_time_table, (Stream.VALUE_CALL.value, day)
    within_s = look_up(world, table, case.key, Stream.CALL_TIME, *about)
    return (day + 1) * citizens.day_s + within_s


@inlined
def visit_task(world: Any, case: Any, kind: int) -> Any:
    """Return a visit, planned or extra."""
    pool, about = function_pool(world, case), kind * KEY_STEP + world.job_slot
    task = take_task(world, kind, case, pool, world.job_s, world.job_day, about, 0)
    if kind == Job.EXTRA_VISIT:
        task.need_s = world.job_need_s
    else:
        expect_window(world, task, case)
    return task


@inlined
def follow_visit(world: Any, task: Any, case: Any) -> int:
    """Let what a visit missed become a call, an extra visit, or a need that grows."""
    if task.kind == Job.EXTRA_VISIT or not (task.missed or task.undone_s):
        return NOTHING
    demand = type_of(world, case)
    day, slot = visit_of(task)
    if happens(demand.missed_call, case.key, Stream.MISSED_CALL, day, slot):
        delay_s = look_up(world, demand.return_s_table, case.key, Stream.CALL_DELAY, day, slot)
        calls_s = next_call_s(world, case, delay_s, Stream.CALL_DELAY, day, slot)
        _expect_call(world, case, calls_s, task.cause, day, slot)
        return NOTHING
    if happens(demand.missed_extra, case.key, Stream.MISSED_EXTRA, day, slot):
        return _visit_again(world, task, demand)
    grow(world, case, _unmet_s(task), demand.growth_ppm)
    return NOTHING


@inlined
def _expect_call(world: Any, case: Any, time_s: int, cause: int, day: int, slot: int) -> None:
    about: Any = np.int64(case.slot) << CAUSE_BITS | cause
    about = (about << SLOT_BITS | slot) << DAY_BITS | day
    case.pending += at(world, time_s, Moment.CALL, about)


@inlined
def _unmet_s(task: Any) -> int:
    """Return the content left undone, and the share of the rest that the particulars missed are."""
    done_s = task.need_s - task.undone_s
    return task.undone_s + done_s * task.missed // max(task.particulars_count, 1)


@inlined
def _visit_again(world: Any, task: Any, demand: Any) -> int:
    world.job_day, world.job_slot = visit_of(task)
    world.job_s = task.size_s
    world.job_need_s = task.undone_s
    if task.undone_s == 0:
        world.job_need_s = task.need_s * demand.rework_ppm // MILLION
    return VISIT_AGAIN


@inlined
def slot_of_call(about: int) -> int:
    """Return the slot of the case whose call it is."""
    return about >> (DAY_BITS + SLOT_BITS + CAUSE_BITS)


@inlined
def take_call(world: Any, case: Any, about: int) -> int:
    """Let a citizen call again; or a client, about something new or about what a visit missed."""
    if case.is_over:
        return NOTHING
    day = about & ((1 << DAY_BITS) - 1)
    slot = (about >> DAY_BITS) & ((1 << SLOT_BITS) - 1)
    cause = (about >> (DAY_BITS + SLOT_BITS)) & ((1 << CAUSE_BITS) - 1)
    if cause == Cause.UNANSWERED:
        return call_again(world, case, day, slot)
    contact_in(world, case, cause)
    call_s = design_of(world).call_s
    return call(world, call_s, cause == Cause.VALUE, day * KEY_STEP + slot)
