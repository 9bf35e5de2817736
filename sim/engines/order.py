"""The order of events: what happens first of all that happens in the same second.

Time, then `Moment`, then the order of scheduling. Both engines obey it; neither leaves a tie to its
machinery.
"""

from enum import IntEnum


class Moment(IntEnum):
    """Kinds of scheduled moment, in the order in which those of the same second take place.

    Moments of one kind and one second take place in the order in which they were scheduled. The
    rules of the model fix: finish < hanging up, which is in the evening at closing < coming on
    shift; return or answer < giving up waiting < chase < arrival < reform.
    """

    FINISH = 0
    HANG_UP = 1
    ROSTER = 2
    RETURN = 3
    ANSWER = 4
    READY = 5
    RELEASE = 6
    RESUME = 7
    CORRECTION = 8
    CALL = 9
    WITHDRAW = 10
    CHASE = 11
    ARRIVAL = 12
    VISIT_DUE = 13
    REFORM = 14
