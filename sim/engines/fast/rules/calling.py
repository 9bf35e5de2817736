"""When citizens call, at the hours of calls, and how long they hold the line."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of, type_of
from sim.engines.fast.machine.clock import after_delay, at, is_open, service_s
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import look_up
from sim.engines.order import Moment
from sim.random import Stream


@inlined
def next_call_s(world: Any, case: Any, delay_s: int, delay: Any, a: Any = 0, b: Any = 0) -> int:
    """Return the service time at which a citizen calls after a delay.

    What falls due while the service is closed is called about on the next open day, at the time of
    day that people call where that has a profile, else as it opens.
    """
    if design_of(world).has_call_times:
        return _at_its_time(world, case, delay_s, delay.value, a, b)
    return after_delay(world, delay_s)


@compiled
def _at_its_time(world: Any, case: Any, delay_s: int, delay: int, a: int, b: int) -> int:
    due_cal_s = world.now_cal_s + delay_s
    due_s = service_s(world, due_cal_s)
    if is_open(world, due_cal_s):
        return due_s
    table = design_of(world).call_time_table
    return due_s + look_up(world, table, case.key, Stream.CALL_TIME, delay, a, b)


@inlined
def hold_line(world: Any, task: Any, case: Any) -> None:
    """Let a caller who is about to wait hang up in time: when patience ends, or the day closes."""
    if type_of(world, case).hangs_up:
        _expect_end(world, task, case)


@compiled
def _expect_end(world: Any, task: Any, case: Any) -> None:
    table, about = type_of(world, case).patience_s_table, (task.draw_key_0, task.draw_key_1)
    drawn_s = look_up(world, table, case.key, Stream.PATIENCE, *about, task.draw_key_2)
    hangs_up_s = min(world.now_s + max(drawn_s, 1), world.closes_s)
    task.has_window = at(world, hangs_up_s, Moment.HANG_UP, task.place)
