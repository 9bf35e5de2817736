"""When citizens call: as it falls due, or where the service is closed then, in its open hours."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of
from sim.engines.fast.machine.clock import is_open, service_s
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import look_up
from sim.random import Stream


@inlined
def next_call_s(world: Any, case: Any, delay_s: int, delay: Any, a: Any = 0, b: Any = 0) -> int:
    """Return the service time at which a citizen calls after a delay.

    What falls due while the service is closed is called about on the next open day, at the time of
    day that people call where that has a profile, else as it opens.
    """
    citizens = design_of(world)
    due_cal_s = world.now_cal_s + delay_s
    due_s = service_s(world, due_cal_s)
    if not citizens.has_call_times or is_open(world, due_cal_s):
        return due_s
    table = citizens.call_time_table
    return due_s + look_up(world, table, case.key, Stream.CALL_TIME, delay.value, a, b)
