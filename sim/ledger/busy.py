"""Busy time by open day and pool."""

import numpy as np

from sim.eventlog import Event, EventLog
from sim.ledger.tables import BusyTime, Whole, build_table


def read_busy_time(log: EventLog, day: Whole) -> BusyTime:
    """Add up the busy seconds of a log, by the open day of each of its rows."""
    is_worked = (log.kind == Event.FINISH) | (log.kind == Event.LAY_ASIDE)
    worked, day = log.rows(is_worked), day[is_worked]
    busy_s = np.zeros((int(day.max(initial=0)) + 1, int(worked.pool.max(initial=0)) + 1), np.int64)
    np.add.at(busy_s, (day, worked.pool), _seconds_of_the_day(worked))
    return build_busy_time(busy_s)


def build_busy_time(busy_s: Whole) -> BusyTime:
    """Build the table from an array of shape (days, pools)."""
    day, pool = np.nonzero(busy_s)
    return build_table(BusyTime, day, pool, busy_s[day, pool])


def _seconds_of_the_day(worked: EventLog) -> Whole:
    """Return what was worked since a job was begun, or gone on with: staff do one at a time."""
    by_staff = np.argsort(worked.staff, kind="stable")
    kind, staff, so_far_s = (
        column[by_staff] for column in (worked.kind, worked.staff, worked.amount)
    )
    goes_on = (kind[:-1] == Event.LAY_ASIDE) & (staff[:-1] == staff[1:])
    seconds = np.empty(len(so_far_s), np.int64)
    seconds[by_staff] = so_far_s - np.append(0, np.where(goes_on, so_far_s[:-1], 0))[: len(staff)]
    return seconds
