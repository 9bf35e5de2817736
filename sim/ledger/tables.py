"""The tables of the ledger: read-only columns of whole numbers, one row for each thing counted.

The annotations state how wide each column is; `read_dtypes` reads them.
"""

from enum import IntEnum
from functools import cache
from typing import NamedTuple, TypeVar, cast, get_args, get_type_hints

import numpy as np
from numpy.typing import NDArray

from sim.calendar import Calendar
from sim.eventlog import CAUSES, Activity, Purchase, Reason, Waiting
from sim.message import Message

Whole = NDArray[np.int64]
"""Times, and what has to be added up."""
Narrow = NDArray[np.int32]
"""Numbers of citizens and staff, counts, and seconds of one case, day, visit or shift."""
Tiny = NDArray[np.int8]
"""Members of an enum, yes or no."""
Mask = NDArray[np.bool_]
Column = Whole | Narrow | Tiny
AnyTable = TypeVar("AnyTable", bound=tuple[Column, ...])


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
    end_state: Tiny
    end_s: Whole
    first_closed_s: Whole
    """When the service first closed the case."""
    reported_s: Whole
    """What the target's clock showed then."""
    attempts: Narrow
    met_attempt: Narrow
    """At which attempt the need was met; 0 if it was not."""
    is_seen_through: Tiny
    """1 if one worker saw the need through."""
    granted_ppm: Whole
    """What the last decision granted."""
    meetings: Narrow
    """Jobs begun about the citizen."""
    faces: Narrow
    """Distinct members of staff who began them."""
    meeting_squares: Whole
    """The squares of how many of them each member of staff began, added up."""
    is_form: Tiny
    """1 if the citizen came by a form."""
    lacking: Narrow
    """Particulars that the first intake did not capture; `NONE` if there was none."""


class Tally(IntEnum):
    """Where in a row of counts each thing counted stands, or begins where there are several."""

    CONTACTS_IN = 0
    """By `Cause`."""
    CONTACTS_OUT = CONTACTS_IN + CAUSES
    """By `Reason`."""
    ACTIVITY_S = CONTACTS_OUT + len(Reason)
    """Busy seconds by `Activity`."""
    PURCHASES = ACTIVITY_S + len(Activity)
    """By `Purchase`."""
    CHASES_WAITING = PURCHASES + len(Purchase)
    """Contacts of cause CHASE by the `Waiting` they are about."""
    JOBS = CHASES_WAITING + len(Waiting)
    """Activities, as a budget counts them: finished jobs."""
    CONTENT_JOBS = JOBS + 1
    """Jobs that worked content."""
    CONTENT_FRESH_S = JOBS + 2
    CONTENT_AGAIN_S = JOBS + 3
    DEMANDED_S = JOBS + 4
    GROWN_S = JOBS + 5
    DELIVERED_S = JOBS + 6
    ABANDONED_S = JOBS + 7
    """Less what was taken up again."""
    PASSED_ON_S = JOBS + 8
    CLOSINGS = JOBS + 9
    DECISIONS = JOBS + 10
    OWN_DECISIONS = JOBS + 11
    """Decisions within the worker's own discretion."""
    DETECTED = JOBS + 12
    DISHONEST = JOBS + 13
    """Decisions that grant a dishonest claim."""
    LOSSES = JOBS + 14
    """Particulars lost at changes of hands."""
    PATIENT_CHASES = JOBS + 15
    """Contacts of cause CHASE before the promised day."""
    LATE_VISITS = JOBS + 16
    """Planned visits that began later than counts as on time."""
    HANG_UPS = JOBS + 17
    """Calls hung up."""


TALLY_COLUMNS = Tally.HANG_UPS + 1
MOST_TALLIED = 2**30
"""Seconds of one kind for one citizen or day of a client, 34 years: more is no service, and would
soon be more than a column holds."""
NEEDS_TOO_LARGE = Message(
    "what one citizen needs adds up to more than 34 years of work; ask for less content, or for "
    "less variation of it"
)
"""Said where it does."""


class Tallies(NamedTuple):
    """What adds up: a row for each one-off case, and for each client and open day.

    Rows are in the order of the first event that counts: in the whole service, or in each team, and
    those of a team together, where an engine has simulated teams one after the other. The tables
    below are in order of time; what stands first of one second depends on that as well.
    """

    citizen: Narrow
    day: Narrow
    """Open day of a client's row; `NONE` for cases."""
    counts: Narrow
    """A column for each thing counted, shape (rows, `TALLY_COLUMNS`): see `Tally`."""
    granted_sum_ppm: Whole
    premium: Whole
    """Busy seconds × what an hour in their pool costs beyond the service's rate (ppm), a column for
    each `Activity`; no column where no pool has a wage of its own."""

    def of(self, what: Tally) -> Narrow:
        """Return the column of one thing counted."""
        return self.counts[:, what]


class Contacts(NamedTuple):
    """Inbound contacts."""

    citizen: Narrow
    calendar_s: Whole
    cause: Tiny
    waiting: Tiny
    is_late: Tiny


class Meetings(NamedTuple):
    """Jobs begun: a member of staff and a citizen met, or one took the other's case in hand."""

    citizen: Narrow
    staff: Narrow
    calendar_s: Whole
    job: Tiny


class Visits(NamedTuple):
    """Planned visits that were made, or missed."""

    citizen: Narrow
    staff: Narrow
    """`NONE` of those that were missed: nobody came."""
    calendar_s: Whole
    missed: Narrow
    need_s: Narrow
    undone_s: Narrow
    over_s: Narrow


class Shifts(NamedTuple):
    """Shifts worked or missed, and time beyond them: a row for each job in hand on each day."""

    staff: Narrow
    pool: Narrow
    """Where the shift begins; a reform during it changes nothing of this row."""
    calendar_s: Whole
    seconds: Narrow
    is_temp: Tiny
    is_absent: Tiny
    is_overtime: Tiny


class Openings(NamedTuple):
    """Needs that open (+1: arrived, resumed) and close (-1: met, given up, ended)."""

    citizen: Narrow
    calendar_s: Whole
    change: Tiny


class BusyTime(NamedTuple):
    """Busy seconds of finished jobs and of those laid aside, on the days on which they were worked.

    A row for each day and pool in which there are any, in the order of days and then pools. A job
    counts in the pool where it was begun; after a reform the numbers are pools of the new design.
    """

    day: Narrow
    """Open day, from 0."""
    pool: Narrow
    seconds: Whole


class Ledger(NamedTuple):
    """What became of each citizen, what adds up for each, and what happened when."""

    calendar: Calendar
    courses: Courses
    tallies: Tallies
    contacts: Contacts
    meetings: Meetings
    visits: Visits
    shifts: Shifts
    openings: Openings
    busy: BusyTime


@cache
def read_dtypes(table: type[tuple[Column, ...]]) -> dict[str, np.dtype[np.signedinteger]]:
    """Return the type of each column of a table by name, as its annotations state it."""
    return {name: np.dtype(_scalar(hint)) for name, hint in get_type_hints(table).items()}


def _scalar(hint: object) -> type[np.signedinteger]:
    """Return the scalar of an annotation: that of `numpy.ndarray[shape, numpy.dtype[scalar]]`."""
    return cast(type[np.signedinteger], get_args(get_args(hint)[1])[0])


def build_table(table: type[AnyTable], *columns: NDArray[np.signedinteger]) -> AnyTable:
    """Build a table: each column as wide as the table states, and read-only."""
    dtypes = read_dtypes(table).values()
    fitted = [column.astype(t, copy=False) for t, column in zip(dtypes, columns, strict=True)]
    return tuple.__new__(table, [freeze(column) for column in fitted])


def freeze(column: NDArray[np.signedinteger]) -> NDArray[np.signedinteger]:
    """Make a column read-only."""
    column.setflags(write=False)
    return column


def pick(table: AnyTable, which: Mask | Whole | slice) -> AnyTable:
    """Return the rows that are marked, or listed, or that lie within."""
    if not isinstance(which, slice) and which.dtype == np.bool_:
        which = np.flatnonzero(which)  # a list is read faster than marks, and there are columns
    return tuple.__new__(type(table), [freeze(column[which]) for column in table])
