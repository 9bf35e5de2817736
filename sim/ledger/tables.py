"""The tables of the ledger: read-only columns of whole numbers, one row for each thing counted."""

from enum import IntEnum
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from sim.eventlog import NONE

Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]


class EndState(IntEnum):
    """Where a citizen stands when the log ends.

    A client with visits is open while the episode goes on, and met when it has ended.
    """

    OPEN = 0
    MET = 1
    UNMET = 2
    """Given up, or turned away for good."""


class Courses(NamedTuple):
    """The course of each citizen; `NONE` where it has not come to that. Times are calendar time."""

    demand_type: Whole
    visits_per_day: Whole
    arrival_s: Whole
    end_state: Whole
    end_s: Whole
    first_closed_s: Whole
    """When the service first closed the case."""
    reported_s: Whole
    """What the target's clock showed then."""
    attempts: Whole
    met_attempt: Whole
    """At which attempt the need was met; 0 if it was not."""
    is_seen_through: Whole
    """1 if one worker saw the need through."""
    granted_ppm: Whole
    """What the last decision granted."""


class Tallies(NamedTuple):
    """What adds up, for each citizen; matrices have a column for each member of an enum."""

    contacts_in: Whole
    """By `Cause`."""
    contacts_out: Whole
    """By `Reason`."""
    activity_s: Whole
    """Busy seconds by `Activity`."""
    purchases: Whole
    """By `Purchase`."""
    jobs: Whole
    """Activities, as a budget counts them: finished jobs."""
    content_jobs: Whole
    """Jobs that worked content."""
    content_fresh_s: Whole
    content_again_s: Whole
    demanded_s: Whole
    grown_s: Whole
    delivered_s: Whole
    abandoned_s: Whole
    """Less what was taken up again."""
    passed_on_s: Whole
    cut_s: Whole
    closings: Whole
    decisions: Whole
    own_decisions: Whole
    """Decisions within the worker's own discretion."""
    granted_sum_ppm: Whole
    detected: Whole
    dishonest: Whole
    """Decisions that grant a dishonest claim."""
    losses: Whole
    """Particulars lost at changes of hands."""


class Contacts(NamedTuple):
    """Inbound contacts."""

    citizen: Whole
    calendar_s: Whole
    cause: Whole
    waiting: Whole
    is_late: Whole


class Outbound(NamedTuple):
    """Contacts that the service makes."""

    citizen: Whole
    calendar_s: Whole
    reason: Whole


class Meetings(NamedTuple):
    """Jobs begun: a member of staff and a citizen met, or one took the other's case in hand."""

    citizen: Whole
    staff: Whole
    calendar_s: Whole
    job: Whole


class Visits(NamedTuple):
    """Planned visits made."""

    citizen: Whole
    staff: Whole
    calendar_s: Whole
    missed: Whole
    need_s: Whole
    undone_s: Whole
    over_s: Whole


class Jobs(NamedTuple):
    """Jobs finished, in service time."""

    citizen: Whole
    staff: Whole
    finished_s: Whole
    busy_s: Whole


class Shifts(NamedTuple):
    """Shifts worked or missed."""

    staff: Whole
    calendar_s: Whole
    seconds: Whole
    is_temp: Whole
    is_absent: Whole


class Openings(NamedTuple):
    """Needs that open (+1: arrived, resumed) and close (-1: met, given up, ended)."""

    citizen: Whole
    calendar_s: Whole
    change: Whole


class Queues(NamedTuple):
    """Lengths of queues after each change, in service time."""

    time_s: Whole
    pool: Whole
    length: Whole


class Waits(NamedTuple):
    """Waits that ended, in service time."""

    ended_s: Whole
    pool: Whole
    waited_s: Whole


AnyTable = TypeVar("AnyTable", bound=tuple[Whole, ...])


def freeze(table: AnyTable) -> AnyTable:
    """Make every column read-only."""
    for column in table:
        column.setflags(write=False)
    return table


def pick(table: AnyTable, which: Mask | Whole) -> AnyTable:
    """Return the rows that are marked, or listed."""
    return freeze(tuple.__new__(type(table), [column[which] for column in table]))


def nothing(citizens: int, value: int = NONE) -> Whole:
    """Return a column that holds one value for everybody."""
    return np.full(citizens, value, np.int64)
