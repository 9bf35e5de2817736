"""Whether there is room for what a moment may bring; more of it is made in Python."""

from typing import Any

from sim.engines.fast.machine.arrays import stop_sign_of
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.rank import MOST_SCHEDULED
from sim.engines.request import STOP
from sim.eventlog import NONE

SPARE = 16
LOOK_AFTER = 1024
"""Moments after which the rows are counted in any case, and a request to stop is heard."""


@inlined
def has_room(world: Any) -> bool:
    """Tell whether there is room for all that the next moment can bring, and no request to stop.

    One count of all rows says for how many moments there is no need to count again.
    """
    if world.sure == 0:
        world.sure = _look(world)
        if world.sure == 0:
            return False
    world.sure -= 1
    return True


@inlined
def _look(world: Any) -> int:
    """Return for how many moments all rows suffice, whatever happens in them; none if told to stop.

    In one moment each worker may begin a job and come on shift, and in a reform each waiting job
    may move. The log takes what a job leaves, and what all others may add.
    """
    world.slack = slack = 2 * world.workers_rows + SPARE
    moments = LOOK_AFTER
    if world.next_blueprint != NONE:
        slack += world.waiting
        moments = 1
    world.log_slack = world.parts_columns + world.after_columns + 4 * slack
    if world.is_logged:
        moments = min(moments, (world.log_columns - world.log_used) // world.log_slack)
    rows = min(
        world.agenda_rows - world.pending,
        world.laters_rows - world.laters_used,
        world.cases_rows - world.cases_used,
        world.tasks_rows - world.tasks_used,
        world.knowns_rows - world.knowns_used,
        world.accounts_rows - world.accounts_used,
        world.contacts_rows - world.contacts_used,
        world.meetings_rows - world.meetings_used,
        world.visits_rows - world.visits_used,
        world.shifts_rows - world.shifts_used,
        world.openings_rows - world.openings_used,
        MOST_SCHEDULED - world.scheduled,
    )
    is_told_to_stop = stop_sign_of(world)[STOP] != 0
    return 0 if is_told_to_stop else max(min(moments, rows // slack), 0)
