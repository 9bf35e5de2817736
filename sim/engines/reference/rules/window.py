"""The window of a visit: begun within it or missed; and what counts as on time."""

from sim.engines.order import Moment
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.day import count_particulars, due_s, need_of_day_s
from sim.engines.reference.rules.queues import withdraw
from sim.eventlog import Cause, Event


def expect_window(world: World, task: Task) -> None:
    """Let the window of a visit that is due now end, at the latest as the day closes."""
    window_s = world.blueprint.citizens.window_s[task.case.type]
    if window_s >= 0:
        ends_s = min(world.clock.now_s + window_s, world.closes_s)
        world.clock.at(ends_s, Moment.WINDOW, task)


def miss(world: World, task: Task) -> None:
    """Let nobody come: the whole need of the day is unmet, with all that is particular about it."""
    withdraw(world, task)
    task.particulars_count = task.missed = count_particulars(world, task)
    task.need_s = task.undone_s = need_of_day_s(world, task)
    task.cause = Cause.LATE
    world.log(Event.MISS, task.who, task.kind, world.clock.now_s - task.entered_s)
    world.log(Event.VISIT, task.who, task.missed, task.need_s)
    world.log(Event.VISIT_TIME, task.who, task.undone_s, 0)


def note_lateness(world: World, task: Task) -> None:
    """Note that a visit begins later than counts as on time, where anybody counts."""
    on_time_s = world.blueprint.citizens.on_time_s[task.case.type]
    if on_time_s < 0:
        return
    day, slot = task.visit
    was_due_s = day * world.blueprint.calendar.day_s + due_s(world, task.case, slot)
    late_s = world.clock.now_s - was_due_s
    if late_s > on_time_s:
        task.note(Event.LATE_VISIT, 0, late_s)
