"""Days on which a part of the staff is not there, whatever the reason."""

from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Worker
from sim.engines.reference.machine.world import World
from sim.random import Stream


def is_away(world: World, worker: Worker) -> bool:
    """Tell whether a shock keeps a worker away today: not absent, and nobody covers."""
    roster, day = world.blueprint.roster, world.open_day
    for nth, chance in enumerate(roster.shock_chance):
        is_on = roster.shock_from_day[nth] <= day < roster.shock_until_day[nth]
        if is_on and not happens(chance, worker.key, Stream.SHOCK, day, nth):
            return True
    return False
