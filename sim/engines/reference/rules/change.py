"""What changes about a client, and who knows of it: first who comes and notices, then the plan."""

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.memory import last_met
from sim.engines.rules import Status
from sim.random import Stream, uniform
from sim.units import DAY_S


def change(world: World, case: Case, day: int) -> None:
    """Let a standing particular of a client change on some days: the plan is wrong about it."""
    particulars, chance = case.need.particulars, world.blueprint.citizens.changes[case.type]
    if chance <= 0 or not particulars or not happens(chance, case.key, Stream.CHANGE, day):
        return
    changed = int(uniform(case.key, Stream.CHANGED, day) * len(particulars))
    particulars[changed] = Status.MISSING
    case.need.changed[changed] = world.now_cal_s // DAY_S


def is_up_to_date(case: Case, particular: int, identity: int) -> bool:
    """Tell whether a visitor knows the client, and has come since a particular last changed."""
    if identity not in case.staff.readers:
        return False
    return case.staff.met[identity] >= case.need.changed.get(particular, 0)


def last_news(world: World, case: Case, particular: int, identity: int) -> int:
    """Return what tells one reading of the plan from another: the day of the change, if later."""
    changed = case.need.changed.get(particular, -1) + 1
    return max(changed, last_met(world, case, identity))
