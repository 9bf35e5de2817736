"""More room for a world whose arrays are short of it: in Python, while compiled code is left."""

import numpy as np

from sim.engines.fast.machine.world import BatchWorld
from sim.engines.request import GREW_TOO_LARGE, MOST_BYTES
from sim.errors import TooLargeError
from sim.eventlog import NONE

AHEAD = 16
"""Moments for which an array that is made longer has room."""
BY_USED = {
    "pending": ("agenda",),
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


def make_room(world: BatchWorld, held: int = 0, beside: int = 0) -> None:
    """Give every array that is short of room twice as much, and enough for some moments.

    Parameters
    ----------
    world
        The world.
    held
        Bytes that runs made together with those of this world hold already.
    beside
        How many worlds as large as this one are simulated at the same time.

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
    if (1 + beside) * world.count_bytes() + held > MOST_BYTES:
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
