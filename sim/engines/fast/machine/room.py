"""Room for what a moment may bring, and more of it when that is short."""

from typing import Any

import numpy as np

from sim.engines.fast.machine.arrays import stop_sign_of
from sim.engines.fast.machine.clock import MOST_SCHEDULED
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.world import BatchWorld
from sim.engines.request import GREW_TOO_LARGE, MOST_BYTES, STOP
from sim.errors import TooLargeError
from sim.eventlog import NONE

SPARE = 16
LOOK_AFTER = 1024
"""Moments after which the rows are counted in any case, and a request to stop is heard."""
AHEAD = 16
"""Moments for which an array that is made longer has room."""
BY_USED = {
    "pending": ("keys", "abouts"),
    "laters_used": ("laters",),
    "cases_used": (
        "cases",
        "recents",
        "particulars",
        "changed",
        "asked",
        "fresh_s",
        "again_s",
        "passed_s",
    ),
    "tasks_used": ("tasks",),
    "knowns_used": ("knowns",),
    "accounts_used": ("accounts", "counts", "premiums"),
    "contacts_used": ("contacts",),
    "meetings_used": ("meetings", "meeting_jobs"),
    "visits_used": ("visits",),
    "shifts_used": ("shifts",),
    "openings_used": ("openings",),
}
"""Which arrays each count of rows in use is of."""


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
        world.keys_rows - world.pending,
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


def make_room(world: BatchWorld) -> None:
    """Give every array that is short of room twice as much, and enough for some moments.

    Raises
    ------
    TooLargeError
        If they would take more memory than runs may.
    """
    record = world.record[0]
    slack = int(record.slack) + (int(record.waiting) if record.next_blueprint != NONE else 0)
    for used, names in BY_USED.items():
        for name in names:
            _lengthen(world, name, int(record[used]), slack)
    if record.is_logged:
        _widen(world, "log", int(record.log_used), int(record.log_slack))
    if world.count_bytes() > MOST_BYTES:
        raise TooLargeError(GREW_TOO_LARGE)


def _lengthen(world: BatchWorld, name: str, used: int, slack: int) -> None:
    array = world[name]
    if used + slack <= len(array):
        return
    longer = np.zeros((2 * len(array) + AHEAD * slack, *array.shape[1:]), array.dtype)
    longer[:used] = array[:used]
    world.put(name, longer)


def _widen(world: BatchWorld, name: str, used: int, slack: int) -> None:
    columns = world[name]
    if used + slack <= columns.shape[1]:
        return
    wider = np.empty((len(columns), 2 * columns.shape[1] + AHEAD * slack), columns.dtype)
    wider[:, :used] = columns[:, :used]
    world.put(name, wider)
