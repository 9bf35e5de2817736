"""What staff remember of a citizen: who has not met them for long is as new as on the first day."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import look_up
from sim.eventlog import NONE
from sim.random import Stream
from sim.units import DAY_S


@inlined
def forgets(world: Any, case: Any, known: Any) -> bool:
    """Tell whether a member of staff does not know a case today, or no longer."""
    work = design_of(world)
    if not work.forgets or known.met_day == NONE:
        return work.forgets != 0
    met_day = int(known.met_day)
    span_s = look_up(world, work.memory_table, case.key, Stream.MEMORY, known.staff, met_day)
    return (world.now_cal_s // DAY_S - met_day) * DAY_S > span_s


@inlined
def recall(world: Any, case: Any, known: Any) -> None:
    """Let whoever has forgotten a case be new to it."""
    if forgets(world, case, known):
        known.is_reader = False


@inlined
def remember(world: Any, known: Any) -> None:
    """Let today be the last day on which a member of staff has had to do with a case."""
    known.met_day = world.now_cal_s // DAY_S


@inlined
def last_met(world: Any, known: Any) -> int:
    """Return what tells one reading of a case from another: the day of the last meeting, from 1.

    It is 0 before the first one, and where nobody forgets, so that nothing is read twice.
    """
    return int(known.met_day) + 1 if design_of(world).forgets else 0
