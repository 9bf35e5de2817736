"""The window of a visit: begun within it or missed; and what counts as on time."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of, type_of
from sim.engines.fast.machine.books import log_missed_visit, note
from sim.engines.fast.machine.clock import at
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.slots import visit_of
from sim.engines.fast.rules.day import count_particulars, due_s, need_of_day_s
from sim.engines.fast.rules.queues import withdraw
from sim.engines.order import Moment
from sim.eventlog import Cause, Event


@inlined
def expect_window(world: Any, task: Any, case: Any) -> None:
    """Let the window of a visit that is due now end, at the latest as the day closes."""
    window_s = type_of(world, case).window_s
    if window_s >= 0:
        ends_s = min(world.now_s + window_s, world.closes_s)
        task.has_window = at(world, ends_s, Moment.WINDOW, task.place)


@inlined
def miss(world: Any, task: Any, case: Any) -> None:
    """Let nobody come: the whole need of the day is unmet, with all that is particular about it."""
    withdraw(world, task)
    task.particulars_count = task.missed = count_particulars(world, task, case)
    task.need_s = task.undone_s = need_of_day_s(world, task, case)
    task.cause = Cause.LATE
    log_missed_visit(world, task)


@inlined
def note_lateness(world: Any, task: Any, case: Any) -> None:
    """Note that a visit begins later than counts as on time, where anybody counts."""
    on_time_s = type_of(world, case).on_time_s
    if on_time_s < 0:
        return
    day, slot = visit_of(task)
    late_s = world.now_s - day * design_of(world).day_s - due_s(world, case, slot)
    if late_s > on_time_s:
        note(world, task, Event.LATE_VISIT, 0, late_s)
