"""The event log: what an engine puts out.

One row is one thing that happened. The log alone is enough to rebuild every measure, every journey
and every queue. Its columns are integers; a column that does not apply holds `NONE`.

==========  ==================================================================================
column      meaning
==========  ==================================================================================
time_s      service time (seconds the service has been open), see `sim.calendar`, `read_days`
kind        what happened, an `Event`
citizen     whom it concerns
staff       who did it: identity of a member of staff (a new person has a new one)
pool        where: a pool of the design
attempt     which attempt at the need, from 1; for visits which open day, from 1
step        what it is about: see `Event`
amount      how much: see `Event`
cause       why, for inbound contacts: a `Cause`
==========  ==================================================================================
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.calendar import Calendar

NONE = -1


class Event(IntEnum):
    """Kinds of logged event; after the dash what `step` and `amount` hold, where they do."""

    ARRIVE = 0
    """A citizen comes with a need - step: channel (0 form, 1 dialogue), amount: content (s)."""
    CONTACT_IN = 1
    """The citizen contacts the service - cause: value demand or why it is failure demand,
    step: what it waited for, a `Waiting`, amount: 1 if after the promised day, else 0."""
    CONTACT_OUT = 2
    """The service contacts the citizen - step: a `Reason`, amount: particulars concerned."""
    ENTER = 3
    """A job joins a queue - step: a `Job`, amount: length of that queue afterwards."""
    START = 4
    """A worker takes a job - step: a `Job`, amount: seconds it waited in the queue."""
    LEAVE = 5
    """A job leaves a queue - step: a `Job`, amount: length of that queue afterwards."""
    FINISH = 6
    """The worker is done with the job - step: a `Job`, amount: seconds busy; of a visit at closing
    some of them may lie beyond it."""
    ACTIVITY = 7
    """Part of a finished job - step: an `Activity`, amount: seconds."""
    CONTENT = 8
    """Standard content worked off - step: 0 first time, 1 again (rework), amount: content (s)."""
    CAPTURE = 9
    """Particulars got into the organisation - step: how many were missing, amount: captured."""
    LOSE = 10
    """Particulars lost at a change of hands - amount: how many."""
    CUT = 11
    """Content left undone under a standard time or pressure - amount: content (s)."""
    PASS_ON = 12
    """Content passed to another budget - amount: content (s)."""
    DECIDE = 13
    """A decision is made - step: 1 within the worker's own discretion, else 0,
    amount: what is granted, in parts per million of the standard."""
    CLOSE = 14
    """The service closes the case - step: 1 if prematurely, else 0,
    amount: calendar seconds on the target's clock."""
    MET = 15
    """The need is met - step: 1 if one worker saw it through, else 0, amount: delivered (s)."""
    ABANDON = 16
    """The citizen gives up - amount: content abandoned (s)."""
    RESUME = 17
    """A citizen who had given up comes back - amount: content that had been abandoned (s)."""
    GROW = 18
    """Unmet need grows - amount: content added (s)."""
    PURCHASE = 19
    """Something is bought, such as a certificate - step: a `Purchase`, amount: 1."""
    DETECT = 20
    """A dishonest claim is found."""
    REFUSE = 21
    """An incomplete application is sent back."""
    TURN_AWAY = 22
    """A small need is turned away."""
    PRESENT = 23
    """A member of staff comes on shift - step: 1 if a temp, else 0, amount: its seconds."""
    ABSENT = 24
    """A member of staff is absent on this shift - amount: seconds of the shift."""
    VISIT = 25
    """A visit is over, or nobody came - step: particulars missed, amount: need of the day (s)."""
    VISIT_TIME = 26
    """Its time - step: seconds of need left undone, amount: seconds of more than the need."""
    END = 27
    """A client's episode ends."""
    REFORM = 28
    """The design changes."""
    BANKRUPT = 29
    """The contractor fails; its staff are new persons from here on."""
    DISHONEST = 30
    """A dishonest claim is granted."""
    MOVE = 31
    """A waiting job goes over to the new design - step: a `Job`, amount: seconds it has waited."""
    OVERTIME = 32
    """A member of staff stays beyond the shift for the job in hand - step: 1 if a temp, else 0,
    amount: seconds of this day; written when the job is begun or gone on with."""
    LAY_ASIDE = 33
    """At closing a job in hand is not done - step: a `Job`, amount: seconds busy with it so far."""
    GO_ON = 34
    """The worker goes on with a job laid aside - step: a `Job`, amount: seconds still to do."""
    DAY = 35
    """An open day begins - amount: its number, from 0. What stands before it and has the same time
    belongs to the evening before."""
    LIE = 36
    """A case lies until another hand takes it up - step: the function, amount: seconds."""
    HANG_UP = 37
    """A caller whom nobody has answered hangs up - step: a `Job`, amount: seconds it waited."""
    MISS = 38
    """Nobody comes to a planned visit, for its window has passed - step: its `Job`, amount: seconds
    it waited in the queue. `VISIT` and `VISIT_TIME` follow, without staff: all of it is missed."""
    LATE_VISIT = 39
    """A planned visit began later than counts as on time - amount: seconds after it was due."""
    WITHDRAW = 40
    """A job leaves its queue because the citizen has given up waiting - step: a `Job`,
    amount: seconds it waited."""


class Cause(IntEnum):
    """Why a citizen makes contact; all but `VALUE` are failure demand. Most upstream first."""

    VALUE = 0
    TURNED_AWAY = 1
    CAPTURE = 2
    CONVEY = 3
    ABSORB = 4
    CAP = 5
    PREMATURE = 6
    CHASE = 7
    CITIZEN = 8
    """The citizen's own error."""
    UNANSWERED = 9
    """Nobody had answered the call before, or the case, until the citizen hung up or gave up."""
    JUDGEMENT = 10
    """Too little was granted by a worker's own judgement."""
    LATE = 11
    """Nobody came to a visit in time."""


class Waiting(IntEnum):
    """What a case waits for."""

    NOTHING = 0
    FRONT = 1
    """The front office."""
    POOL = 2
    """A worker of a function."""
    HOLD = 3
    """The day on which the work is planned."""
    INSPECTION = 4
    EXCEPTION = 5
    CITIZEN = 6
    """An answer or message of the citizen: not waiting on the service."""
    PICK_UP = 7
    """That another hand takes the case up, which as yet stands in no queue."""


class Job(IntEnum):
    """What a worker can be asked to do."""

    INTAKE = 0
    """Take a contact in the front office."""
    WORK = 1
    """Do a function's share of a case."""
    DECIDE = 2
    """Decide a case after its inspection."""
    EXCEPTION = 3
    """Find an answer outside the standard."""
    CALL = 4
    """Answer a call that carries no work."""
    VISIT = 5
    EXTRA_VISIT = 6


class Activity(IntEnum):
    """What busy seconds were spent on."""

    VALUE = 0
    """Content worked for the first time."""
    REWORK = 1
    """Content worked again."""
    OVERSERVICE = 2
    """Standard time above the need."""
    READ_IN = 3
    INTAKE = 4
    """Taking value demand."""
    FAILURE_CONTACT = 5
    """Taking failure demand."""
    ASK = 6
    CHECK = 7
    CONTROL = 8
    REPORT = 9
    EXCEPTION = 10
    TRAVEL = 11
    PLAN = 12


class Reason(IntEnum):
    """Why the service contacts a citizen."""

    ASK_BY_LETTER = 0
    ASK_IN_DIALOGUE = 1
    CHECK = 2
    REFUSE = 3
    TURN_AWAY = 4


class Purchase(IntEnum):
    """What is bought."""

    CERTIFICATE = 0


class EventLog(NamedTuple):
    """A finished log: one read-only array of int64 for each column, in the order of the events."""

    time_s: NDArray[np.int64]
    kind: NDArray[np.int64]
    citizen: NDArray[np.int64]
    staff: NDArray[np.int64]
    pool: NDArray[np.int64]
    attempt: NDArray[np.int64]
    step: NDArray[np.int64]
    amount: NDArray[np.int64]
    cause: NDArray[np.int64]

    def rows(self, keep: NDArray[np.bool_]) -> "EventLog":
        """Return the rows for which ``keep`` is true."""
        return EventLog(*(column[keep] for column in self))

    def of_kind(self, kind: Event) -> "EventLog":
        """Return the rows of one kind of event."""
        return self.rows(self.kind == kind)


def read_days(log: EventLog, calendar: Calendar) -> NDArray[np.int64]:
    """Return the open day on which each row of a whole log happened.

    The service time at which a day closes is that at which the next one opens: which of the two is
    meant, `DAY` tells. Times alone are asked where a log made by hand has no such rows.
    """
    begun = np.cumsum(log.kind == Event.DAY) - 1
    return begun if begun.max(initial=NONE) >= 0 else log.time_s // calendar.day_s


def read_calendar_s(log: EventLog, calendar: Calendar) -> NDArray[np.int64]:
    """Return the calendar time of each row of a whole log; see `read_days`."""
    return calendar.array_on_days(read_days(log, calendar), log.time_s)


COLUMNS = EventLog._fields
KINDS, CAUSES = max(Event) + 1, max(Cause) + 1
"""How many numbers of events and of causes there are, with those that are free."""
Row = tuple[int, int, int, int, int, int, int, int, int]


def build_log(rows: list[Row] | NDArray[np.int64]) -> EventLog:
    """Turn rows into a log of read-only columns.

    Parameters
    ----------
    rows
        In the order of `COLUMNS`: a list of tuples, or an array of shape (rows, columns).
    """
    table = np.asarray(rows, np.int64).reshape(len(rows), len(COLUMNS))
    columns = np.ascontiguousarray(table.T)
    columns.setflags(write=False)
    return EventLog(*columns)
