"""A visit of the day: when it is due, what is particular about it, and how much it asks for."""

from bisect import bisect_right

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import look_up
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.engines.rules import LAST_VISIT_BEFORE_CLOSING_S
from sim.random import Stream, uniform
from sim.units import MILLION, MOST_CONTENT_S


def due_s(world: World, case: Case, slot: int) -> int:
    """Return the time of the open day at which a client's visits of a slot are due."""
    within_s = world.blueprint.calendar.day_s - LAST_VISIT_BEFORE_CLOSING_S
    first = uniform(case.key, Stream.VISIT_TIME)
    return int((slot + first) * within_s) // case.person.visits_per_day


def count_particulars(world: World, task: Task) -> int:
    """Return how many particulars the need of the day has, with the standing ones."""
    table = world.blueprint.citizens.day_particulars[task.case.type]
    of_the_day = bisect_right(table, uniform(task.case.key, Stream.DAY_PARTICULARS, *task.visit))
    return len(task.case.need.particulars) + of_the_day


def need_of_day_s(world: World, task: Task) -> int:
    """Return the content that the client needs on this visit."""
    case = task.case
    table = world.blueprint.citizens.day_content_ppm[case.type]
    factor_ppm = look_up(table, case.key, Stream.DAY_CONTENT, *task.visit)
    return min(case.need.content_s * factor_ppm // MILLION, MOST_CONTENT_S)
