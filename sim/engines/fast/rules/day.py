"""A visit of the day: when it is due, what is particular about it, and how much it asks for."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    day_particulars_of,
    design_of,
    type_of,
    visits_per_day_of,
)
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import look_up, uniform
from sim.engines.fast.machine.slots import visit_of
from sim.engines.rules import LAST_VISIT_BEFORE_CLOSING_S
from sim.random import Stream
from sim.units import MILLION, MOST_CONTENT_S


@inlined
def due_s(world: Any, case: Any, slot: int) -> int:
    """Return the time of the open day at which a client's visits of a slot are due."""
    within_s = design_of(world).day_s - LAST_VISIT_BEFORE_CLOSING_S
    first = uniform(case.key, Stream.VISIT_TIME)
    return int((slot + first) * within_s) // visits_per_day_of(world)[case.person]


@inlined
def count_particulars(world: Any, task: Any, case: Any) -> int:
    """Return how many particulars the need of the day has, with the standing ones.

    Those of the day are the entries of the table that are at most the draw.
    """
    width = world.day_particulars_columns // world.types_columns
    table, first = day_particulars_of(world), case.type * width
    day, slot = visit_of(task)
    drawn = uniform(case.key, Stream.DAY_PARTICULARS, day, slot)
    low, high = 0, type_of(world, case).day_particulars
    while low < high:
        middle = (low + high) >> 1
        if drawn < table[world.blueprint, first + middle]:
            high = middle
        else:
            low = middle + 1
    return case.particulars_count + low


@inlined
def need_of_day_s(world: Any, task: Any, case: Any) -> int:
    """Return the content that the client needs on this visit."""
    table = type_of(world, case).day_content_ppm_table
    day, slot = visit_of(task)
    factor_ppm = look_up(world, table, case.key, Stream.DAY_CONTENT, day, slot)
    return min(case.content_s * factor_ppm // MILLION, MOST_CONTENT_S)
