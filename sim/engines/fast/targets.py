"""The target's clock: where it starts, and when a case is due by it."""

from typing import Any

from sim.engines.fast.arrays import design_of
from sim.engines.fast.compiled import inlined


@inlined
def start_clock(world: Any, case: Any) -> None:
    """Start the target's clock of a case now."""
    case.clock_cal_s = world.now_cal_s
    case.due_cal_s = case.clock_cal_s + design_of(world).target_s


@inlined
def complete(world: Any, case: Any) -> None:
    """Start the clock anew, where it runs from complete information."""
    if design_of(world).clock_is_complete:
        start_clock(world, case)
