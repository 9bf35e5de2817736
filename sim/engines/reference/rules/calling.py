"""When citizens call, at the hours of calls, and how long they hold the line."""

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import look_up
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.random import Stream


def next_call_s(world: World, case: Case, delay_s: int, delay: Stream, *about: int) -> int:
    """Return the service time at which a citizen calls after a delay.

    What falls due while the service is closed is called about on the next open day, at the time of
    day that people call where that has a profile, else as it opens. The draw belongs to that of the
    delay.
    """
    calendar, citizens = world.blueprint.calendar, world.blueprint.citizens
    due_cal_s = world.now_cal_s + delay_s
    due_s = calendar.service_s(due_cal_s)
    if not citizens.has_call_times or calendar.is_open(due_cal_s):
        return due_s
    return due_s + look_up(citizens.call_time_s, case.key, Stream.CALL_TIME, delay, *about)


def hold_line(world: World, task: Task) -> None:
    """Let a caller who is about to wait hang up in time: when patience ends, or the day closes."""
    patience_s = world.blueprint.citizens.patience_s[task.case.type]
    if patience_s[-1] <= 0:
        return
    holds_s = max(look_up(patience_s, task.case.key, Stream.PATIENCE, *task.draw_key), 1)
    world.clock.at(min(world.clock.now_s + holds_s, world.closes_s), Moment.HANG_UP, task)
