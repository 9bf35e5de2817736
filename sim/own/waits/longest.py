"""Between which steps cases wait longest: where to look first, or a mapping may be wrong."""

from typing import NamedTuple

import numpy as np

from sim.own.caselog import CaseLog
from sim.own.waits.waits import Ender, Waits


class Between(NamedTuple):
    """Waits between two activities that end in the same way.

    Attributes
    ----------
    before, after
        The activities.
    ender
        What ends the waits.
    share
        Of all waiting in the log.
    """

    before: str
    after: str
    ender: Ender
    share: float


def find_longest(log: CaseLog, waits: Waits, most: int) -> tuple[Between, ...]:
    """Find between which activities cases wait longest, all together; the longest first."""
    later = np.flatnonzero(waits.ender >= 0)
    total = float(waits.wait_us.sum())
    if not total:
        return ()
    kinds, activities = len(Ender), len(log.activity_names)
    pair = log.activity[later - 1].astype(np.int64) * activities + log.activity[later]
    cells, cell = np.unique(pair * kinds + waits.ender[later], return_inverse=True)
    sums = np.bincount(cell, waits.wait_us[later])
    found = []
    for at in np.argsort(-sums, kind="stable")[:most].tolist():
        rest, ender = divmod(int(cells[at]), kinds)
        before, after = (log.activity_names[one] for one in divmod(rest, activities))
        found.append(Between(before, after, Ender(ender), float(sums[at]) / total))
    return tuple(found)
