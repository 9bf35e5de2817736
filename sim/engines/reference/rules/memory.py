"""What staff remember of a citizen: who has not met them for long is as new as on the first day."""

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import look_up
from sim.engines.reference.machine.world import World
from sim.eventlog import NONE
from sim.random import Stream
from sim.units import DAY_S


def forgets(world: World, case: Case, identity: int) -> bool:
    """Tell whether a member of staff does not know a case today, or no longer."""
    work, met_day = world.blueprint.work, case.staff.met.get(identity, NONE)
    if not work.forgets or met_day == NONE:
        return bool(work.forgets)
    span_s = look_up(work.memory_s, case.key, Stream.MEMORY, identity, met_day)
    return (world.now_cal_s // DAY_S - met_day) * DAY_S > span_s


def recall(world: World, case: Case, identity: int) -> None:
    """Let whoever has forgotten a case be new to it."""
    if forgets(world, case, identity):
        case.staff.readers.discard(identity)


def remember(world: World, case: Case, identity: int) -> None:
    """Let today be the last day on which a member of staff has had to do with a case."""
    case.staff.met[identity] = world.now_cal_s // DAY_S


def last_met(world: World, case: Case, identity: int) -> int:
    """Return what tells one reading of a case from another: the day of the last meeting, from 1.

    It is 0 before the first one, and where nobody forgets, so that nothing is read twice.
    """
    return case.staff.met.get(identity, NONE) + 1 if world.blueprint.work.forgets else 0
