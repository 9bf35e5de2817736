"""Room for what a moment may bring, and more of it when that is short."""

from typing import Any

import numpy as np

from sim.engines.fast.arrays import progress_of
from sim.engines.fast.clock import MOST_SCHEDULED
from sim.engines.fast.compiled import inlined
from sim.engines.fast.world import World
from sim.eventlog import NONE

SPARE = 16
BY_USED = {
    "pending": ("keys", "abouts"),
    "laters_used": ("laters",),
    "cases_used": ("cases", "recents", "particulars", "asked", "fresh_s", "again_s", "passed_s"),
    "tasks_used": ("tasks",),
    "knowns_used": ("knowns",),
    "accounts_used": ("accounts", "counts"),
    "contacts_used": ("contacts",),
    "meetings_used": ("meetings", "meeting_jobs"),
    "visits_used": ("visits",),
    "shifts_used": ("shifts",),
    "openings_used": ("openings",),
}
"""Which arrays each count of rows in use is of."""


@inlined
def has_room(world: Any) -> bool:
    """Tell whether there is room for whatever the next moment brings, and nobody says stop.

    Who takes a row says when few are left. All rows are looked at only then, and before a reform,
    which may move every job that waits.
    """
    return not world.is_short or _has_all(world)


@inlined
def _has_all(world: Any) -> bool:
    """Look at all rows. Each worker may begin a job and come on shift, each waiting job may move.

    The log takes what a job leaves, and what all others may add.
    """
    world.slack = slack = 2 * world.workers_rows + SPARE
    if world.next_blueprint != NONE:
        slack += world.waiting
    world.log_slack = world.parts_columns + world.after_columns + 4 * slack
    has_room = bool(
        world.pending + slack <= world.keys_rows
        and world.laters_used + slack <= world.laters_rows
        and world.cases_used + slack <= world.cases_rows
        and world.tasks_used + slack <= world.tasks_rows
        and world.knowns_used + slack <= world.knowns_rows
        and world.accounts_used + slack <= world.accounts_rows
        and world.contacts_used + slack <= world.contacts_rows
        and world.meetings_used + slack <= world.meetings_rows
        and world.visits_used + slack <= world.visits_rows
        and world.shifts_used + slack <= world.shifts_rows
        and world.openings_used + slack <= world.openings_rows
        and (not world.is_logged or world.log_used + world.log_slack <= world.log_columns)
        and world.scheduled < MOST_SCHEDULED
        and progress_of(world)[1] == 0
    )
    world.is_short = not has_room or world.next_blueprint != NONE
    return has_room


def make_room(world: World) -> None:
    """Give every array that is short of room twice as much."""
    record = world.record[0]
    slack = int(record.slack) + (int(record.waiting) if record.next_blueprint != NONE else 0)
    for used, names in BY_USED.items():
        for name in names:
            _lengthen(world, name, int(record[used]), slack)
    if record.is_logged:
        _widen(world, "log", int(record.log_used), int(record.log_slack))


def _lengthen(world: World, name: str, used: int, slack: int) -> None:
    array = world[name]
    if used + slack <= len(array):
        return
    longer = np.empty((2 * len(array) + slack, *array.shape[1:]), array.dtype)
    longer[:used] = array[:used]
    world.put(name, longer)


def _widen(world: World, name: str, used: int, slack: int) -> None:
    columns = world[name]
    if used + slack <= columns.shape[1]:
        return
    wider = np.empty((len(columns), 2 * columns.shape[1] + slack), columns.dtype)
    wider[:, :used] = columns[:, :used]
    world.put(name, wider)
