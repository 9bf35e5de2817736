"""Busy time by open day and pool."""

import numpy as np

from sim.eventlog import EventLog
from sim.ledger.tables import BusyTime, Whole, build_table


def read_busy_time(finished: EventLog, day_s: int) -> BusyTime:
    """Spread the seconds of finished jobs over the days on which they were worked."""
    days = int(finished.time_s.max(initial=0)) // day_s + 1
    starts_s = finished.time_s - finished.amount
    busy_s = np.zeros((days, int(finished.pool.max(initial=0)) + 1), np.int64)
    for pool in np.unique(finished.pool):
        rows = finished.pool == pool
        until_s = _before(finished.time_s[rows], day_s, days)
        busy_s[:, pool] = until_s - _before(starts_s[rows], day_s, days)
    return build_busy_time(busy_s)


def build_busy_time(busy_s: Whole) -> BusyTime:
    """Build the table from an array of shape (days, pools)."""
    day, pool = np.nonzero(busy_s)
    return build_table(BusyTime, day, pool, busy_s[day, pool])


def _before(times_s: Whole, day_s: int, days: int) -> Whole:
    """Add up, on each day, the seconds of it that lie before each of some times."""
    day, offset = np.divmod(times_s, day_s)
    on_day = np.bincount(day, minlength=days)
    later = len(times_s) - np.cumsum(on_day)
    # Doubles hold whole sums exactly: none comes near 2 to the 53rd.
    return np.bincount(day, offset, days).astype(np.int64) + later * day_s
