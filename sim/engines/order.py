"""The order of events: what happens first of all that happens in the same second.

Time, then `Moment`, then the order of scheduling. Both engines obey it; neither leaves a tie to its
machinery.
"""

from enum import IntEnum


class Moment(IntEnum):
    """Kinds of scheduled moment, in the order in which those of the same second take place.

    Moments of one kind and one second take place in the order in which they were scheduled. The
    rules of the model fix: finish < return or answer < chase < arrival < reform.
    """

    FINISH = 0
    ROSTER = 1
    RETURN = 2
    ANSWER = 3
    READY = 4
    RELEASE = 5
    RESUME = 6
    CORRECTION = 7
    CALL = 8
    CHASE = 9
    ARRIVAL = 10
    VISIT_DUE = 11
    REFORM = 12
