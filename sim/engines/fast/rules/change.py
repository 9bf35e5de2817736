"""What changes about a client, and who knows of it: first who comes and notices, then the plan."""

from typing import Any

from sim.engines.fast.machine.arrays import changed_of, particulars_of, type_of
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import happens, uniform
from sim.engines.fast.rules.memory import last_met
from sim.engines.rules import Status
from sim.random import Stream
from sim.units import DAY_S


@inlined
def change(world: Any, case: Any, day: int) -> None:
    """Let a standing particular of a client change on some days: the plan is wrong about it."""
    if type_of(world, case).changes > 0:
        _change(world, case, day)


@compiled
def _change(world: Any, case: Any, day: int) -> None:
    chance = type_of(world, case).changes
    if case.particulars_count == 0 or not happens(chance, case.key, Stream.CHANGE, day):
        return
    changed = int(uniform(case.key, Stream.CHANGED, day) * case.particulars_count)
    particulars_of(world)[case.slot, changed] = Status.MISSING
    changed_of(world)[case.slot, changed] = world.now_cal_s // DAY_S


@inlined
def is_up_to_date(world: Any, case: Any, known: Any, particular: int) -> bool:
    """Tell whether a visitor knows the client, and has come since a particular last changed."""
    return bool(known.is_reader and known.met_day >= changed_of(world)[case.slot, particular])


@inlined
def last_news(world: Any, case: Any, known: Any, particular: int) -> int:
    """Return what tells one reading of the plan from another: the day of the change, if later."""
    changed = int(changed_of(world)[case.slot, particular]) + 1
    return max(changed, last_met(world, known))
