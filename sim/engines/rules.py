"""What both engines obey, written once: how a particular stands, how a job ends, who comes first.

The rules themselves are in `sim.engines.reference.rules`, to be read, and in
`sim.engines.fast.rules`, to be compiled. What happens first of one second is
in `sim.engines.order`.
"""

from enum import IntEnum

from sim.units import HOUR_S

EXCEPTION_FROM_ATTEMPT = 3
"""From this attempt on, every design looks for an answer outside the standard."""
MOST_SENT_BACK = 3
"""So often at most a case is sent back to a function before in one attempt: somebody ends it."""
LAST_VISIT_BEFORE_CLOSING_S = HOUR_S
"""No visit is due in the last hour, so that few last beyond it."""

KEY_STEP = 1_000
"""A draw key has few places. Where two numbers share one, the first is multiplied by this."""
VALUE_CALL_SLOT = KEY_STEP - 1
"""A client's call about something new has this number where one about a visit has its slot."""
READY_CALL, CORRECTION_CALL, TURN_AWAY_CALL, ADMISSION_CALL = range(1_000_001, 1_000_005)
"""In the draw key of who answers a call: calls that are not links of a chain have these numbers."""


CALL_AGAIN = 1_000_000_000
"""From here on those who had hung up number their calls."""


class Status(IntEnum):
    """How a particular of a need stands with the service. Most upstream first."""

    MISSING = 0
    LOST = 1
    HELD = 2
    """On file, not yet answered."""
    MISFIT = 3
    """On file; the answer given did not fit."""
    ABSORBED = 4


class Outcome(IntEnum):
    """How a job ends, and so what follows."""

    FORWARDED = 0
    REFUSED = 1
    ASKED = 2
    PARKED = 3
    PASSED = 4
    CONTROLLED = 5
    EXCEPTED = 6
    DECIDED = 7
    CLOSED_EARLY = 8
    ANSWERED = 9
    VISITED = 10
    MOVED = 11
    """Passed on by a design that has been replaced meanwhile."""
    SENT_BACK = 12


class Priority(IntEnum):
    """Priority classes of a queue, first served first."""

    CALLS = 0
    WORK = 1
    PAST_DUE = 2
    """Only where the order is by deadline."""


OF_WORK = len(Priority) - 1
"""Classes of work: each priority of a demand type has so many queues, and one of calls."""
