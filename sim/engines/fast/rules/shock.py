"""Days on which a part of the staff is not there, whatever the reason."""

from typing import Any

from sim.engines.fast.machine.arrays import shock_chance_of, shock_from_day_of, shock_until_day_of
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens
from sim.random import Stream


@inlined
def is_away(world: Any, worker: Any, roster: Any) -> bool:
    """Tell whether a shock keeps a worker away today: not absent, and nobody covers."""
    day, row = world.open_day, world.blueprint
    for nth in range(roster.shocks):
        is_on = shock_from_day_of(world)[row, nth] <= day < shock_until_day_of(world)[row, nth]
        if is_on and not happens(
            shock_chance_of(world)[row, nth], worker.key, Stream.SHOCK, day, nth
        ):
            return True
    return False
