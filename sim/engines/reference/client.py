"""The life of a client: admitted, visited day by day, and what a missed need becomes."""

from sim.engines.reference.attempt import call, contact_in, delay, grow
from sim.engines.reference.jobs import offer
from sim.engines.reference.queues import function_pool
from sim.engines.reference.state import STEP, Case, Task, World
from sim.eventlog import Cause, Event, Job, Moment
from sim.random import Purpose, uniform
from sim.units import HOUR_S, MILLION

ADMISSION_CALL = 1_000_004
LAST_VISIT_BEFORE_CLOSING_S = HOUR_S
"""No visit is due in the last hour, so that none lies over the night."""


def admit(world: World, case: Case, intake_s: int, is_value: bool) -> None:
    """Admit a client: the needs go into a plan, and the visits begin."""
    case.ends_cal_s = world.now_cal_s + world.episode_s[case.citizen]
    call(world, case, intake_s, is_value, ADMISSION_CALL)
    day, offset_s = divmod(world.clock.now_s, world.blueprint.calendar.day_s)
    slots = range(world.visits_per_day[case.citizen])
    slot = next((s for s in slots if _due_s(world, case, s) > offset_s), None)
    _expect_visit(world, case, *((day + 1, 0) if slot is None else (day, slot)))


def _due_s(world: World, case: Case, slot: int) -> int:
    """Return the time of the open day at which a client's visits of a slot are due."""
    within_s = world.blueprint.calendar.day_s - LAST_VISIT_BEFORE_CLOSING_S
    first = uniform(case.key, Purpose.VISIT_TIME)
    return int((slot + first) * within_s) // world.visits_per_day[case.citizen]


def _expect_visit(world: World, case: Case, day: int, slot: int) -> None:
    due_s = day * world.blueprint.calendar.day_s + _due_s(world, case, slot)
    world.clock.at(due_s, Moment.VISIT_DUE, (case, day, slot))


def be_due(world: World, visit: tuple[Case, int, int]) -> None:
    """Let a visit be due, and the next one be expected; or let the episode end."""
    case, day, slot = visit
    if world.now_cal_s >= case.ends_cal_s:
        case.is_over = True
        world.log_case(Event.END, case)
        return
    case.attempt = day + 1
    lot = (day, Job.VISIT * STEP + slot, 0)
    next_slot = (slot + 1) % world.visits_per_day[case.citizen]
    _expect_visit(world, case, day + (next_slot == 0), next_slot)
    offer(world, Task(Job.VISIT, case, function_pool(world, case), case.content_s, lot))


def follow_visit(world: World, task: Task) -> None:
    """Let what a visit missed become a call, an extra visit, or a need that grows."""
    if task.kind == Job.EXTRA_VISIT or not (task.missed or task.undone_s):
        return
    case, citizens = task.case, world.blueprint.citizens
    about = task.visit
    if uniform(case.key, Purpose.MISSED_CALL, *about) < citizens.missed_call[case.type]:
        drawn = uniform(case.key, Purpose.CALL_DELAY, *about)
        wait_s = delay(citizens.return_s[case.type], drawn)
        world.after_delay(wait_s, Moment.CALL, (case, task.cause, task.visit))
    elif uniform(case.key, Purpose.MISSED_EXTRA, *about) < citizens.missed_extra[case.type]:
        _visit_again(world, task)
    else:
        grow(world, case, _unmet_s(task), citizens.growth_ppm[case.type])


def _unmet_s(task: Task) -> int:
    """Return the content left undone, and the share of the rest that the particulars missed are."""
    done_s = task.need_s - task.undone_s
    return task.undone_s + done_s * task.missed // max(task.particulars, 1)


def _visit_again(world: World, task: Task) -> None:
    case = task.case
    again_s = task.need_s * world.blueprint.citizens.rework_ppm[case.type] // MILLION
    day, slot = task.visit
    lot = (day, Job.EXTRA_VISIT * STEP + slot, 0)
    extra = Task(Job.EXTRA_VISIT, case, function_pool(world, case), task.size_s, lot)
    extra.need_s = task.undone_s or again_s
    offer(world, extra)


def call_about_visit(world: World, about: tuple[Case, Cause, tuple[int, int]]) -> None:
    """Let a client call about what a visit missed."""
    case, cause, (day, slot) = about
    if case.is_over:
        return
    contact_in(world, case, cause)
    call(world, case, world.blueprint.intake.call_s, False, day * STEP + slot)
