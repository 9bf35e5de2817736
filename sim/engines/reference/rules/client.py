"""The life of a client: admitted, visited day by day, new needs, and what a missed one becomes."""

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens, look_up
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.attempt import call, contact_in, grow, reply
from sim.engines.reference.rules.calling import next_call_s
from sim.engines.reference.rules.change import change
from sim.engines.reference.rules.day import due_s
from sim.engines.reference.rules.jobs import offer
from sim.engines.reference.rules.queues import function_pool
from sim.engines.reference.rules.team import place_by_load
from sim.engines.reference.rules.unanswered import call_again
from sim.engines.reference.rules.window import expect_window
from sim.engines.rules import (
    ADMISSION_CALL,
    KEY_STEP,
    VALUE_CALL_SLOT,
)
from sim.eventlog import Cause, Event, Job
from sim.random import Stream
from sim.units import MILLION


def admit(world: World, case: Case, intake_s: int, is_value: bool) -> None:
    """Admit a client: the needs go into a plan, and the visits begin."""
    place_by_load(world, case)
    world.clients[case.citizen] = case
    case.dates.ends_cal_s = world.now_cal_s + case.person.episode_s
    reply(world, case, intake_s, is_value, ADMISSION_CALL)
    day, offset_s = divmod(world.clock.now_s, world.blueprint.calendar.day_s)
    slots = range(case.person.visits_per_day)
    slot = next((s for s in slots if due_s(world, case, s) > offset_s), None)
    _expect_visit(world, case, *((day + 1, 0) if slot is None else (day, slot)))


def _expect_visit(world: World, case: Case, day: int, slot: int) -> None:
    time_s = day * world.blueprint.calendar.day_s + due_s(world, case, slot)
    world.clock.at(time_s, Moment.VISIT_DUE, (case, day, slot))


def be_due(world: World, visit: tuple[Case, int, int]) -> None:
    """Let a visit be due, and the next one be expected; or let the episode end."""
    case, day, slot = visit
    if world.now_cal_s >= case.dates.ends_cal_s:
        case.is_over = True
        del world.clients[case.citizen]
        world.log_case(Event.END, case)
        return
    case.attempt = day + 1
    next_slot = (slot + 1) % case.person.visits_per_day
    _expect_visit(world, case, day + (next_slot == 0), next_slot)
    if slot == 0:
        change(world, case, day)
        _expect_value_call(world, case, day)
    task = visit_task(world, case, Job.VISIT, (day, slot), case.need.content_s)
    expect_window(world, task)
    offer(world, task)


def _expect_value_call(world: World, case: Case, day: int) -> None:
    """Let a client call about something new, on some days."""
    chance = world.blueprint.citizens.value_call[case.type]
    if happens(chance, case.key, Stream.VALUE_CALL, day):
        calls_s = _value_call_s(world, case, day)
        world.clock.at(calls_s, Moment.CALL, (case, Cause.VALUE, (day, VALUE_CALL_SLOT)))


def _value_call_s(world: World, case: Case, day: int) -> int:
    """Return when such a call comes: now, or where calls have their times, on the next open day."""
    citizens = world.blueprint.citizens
    if not citizens.has_call_times:
        return world.clock.now_s
    about = (Stream.VALUE_CALL, day)
    within_s = look_up(citizens.call_time_s, case.key, Stream.CALL_TIME, *about)
    return (day + 1) * world.blueprint.calendar.day_s + within_s


def visit_task(world: World, case: Case, kind: Job, visit: tuple[int, int], size_s: int) -> Task:
    """Return a visit, planned or extra."""
    day, slot = visit
    draw_key = (day, kind * KEY_STEP + slot, 0)
    return Task(kind, case, function_pool(world, case), size_s, draw_key)


def follow_visit(world: World, task: Task) -> None:
    """Let what a visit missed become a call, an extra visit, or a need that grows."""
    if task.kind == Job.EXTRA_VISIT or not (task.missed or task.undone_s):
        return
    case, citizens = task.case, world.blueprint.citizens
    about = task.visit
    if happens(citizens.missed_call[case.type], case.key, Stream.MISSED_CALL, *about):
        delay_s = look_up(citizens.return_s[case.type], case.key, Stream.CALL_DELAY, *about)
        calls_s = next_call_s(world, case, delay_s, Stream.CALL_DELAY, *about)
        world.clock.at(calls_s, Moment.CALL, (case, task.cause, task.visit))
    elif happens(citizens.missed_extra[case.type], case.key, Stream.MISSED_EXTRA, *about):
        _visit_again(world, task)
    else:
        grow(world, case, _unmet_s(task), citizens.growth_ppm[case.type])


def _unmet_s(task: Task) -> int:
    """Return the content left undone, and the share of the rest that the particulars missed are."""
    done_s = task.need_s - task.undone_s
    return task.undone_s + done_s * task.missed // max(task.particulars_count, 1)


def _visit_again(world: World, task: Task) -> None:
    case = task.case
    again_s = task.need_s * world.blueprint.citizens.rework_ppm[case.type] // MILLION
    extra = visit_task(world, case, Job.EXTRA_VISIT, task.visit, task.size_s)
    extra.need_s = task.undone_s or again_s
    offer(world, extra)


def take_call(world: World, about: tuple[Case, Cause, tuple[int, int]]) -> None:
    """Let a citizen call again; or a client, about something new or about what a visit missed."""
    case, cause, (day, slot) = about
    if case.is_over:
        return
    if cause == Cause.UNANSWERED:
        call_again(world, case, (day, slot))
        return
    contact_in(world, case, cause)
    is_value = cause == Cause.VALUE
    call(world, case, world.blueprint.intake.call_s, is_value, day * KEY_STEP + slot)
