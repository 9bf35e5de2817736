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
    WINDOW = 2
    ROSTER = 3
    RETURN = 4
    ANSWER = 5
    READY = 6
    RELEASE = 7
    RESUME = 8
    CORRECTION = 9
    CALL = 10
    WITHDRAW = 11
    CHASE = 12
    ARRIVAL = 13
    VISIT_DUE = 14
    REFORM = 15
