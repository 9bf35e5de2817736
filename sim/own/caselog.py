"""A case log: who did what for which case, and when."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

UNKNOWN = -1
"""A person whom the file does not name."""
UNKNOWN_US = -(2**63)
"""A start that the file does not tell."""
SECOND_US = 1_000_000
DAY_US = 86_400 * SECOND_US


class Role(IntEnum):
    """What an activity is to the citizen; a mapping says which has which."""

    WORK = 0
    ASK = 1
    """The service asks the citizen for something, or says that it needs it."""
    CITIZEN = 2
    """The citizen does it: sends in, answers, calls, comes back."""
    CLOSE = 3
    """The case is closed; a kind of work."""
    AUTOMATIC = 4
    """A machine does it, or the calendar."""


class CaseLog(NamedTuple):
    """Steps of cases: the cases by their first step, and the steps of each by their end.

    Attributes
    ----------
    case, activity, person
        Of each step, as numbers from 0; `UNKNOWN` where no person is named. Shape (steps,), int32.
    end_us, start_us
        When it ended and began: microseconds since 1970 in UTC, int64; `UNKNOWN_US` where no start
        is told. Shape (steps,).
    role
        Of each activity, a `Role`: shape (activities,), int8.
    is_machine
        Whether each person is a machine, such as a batch user: shape (persons,), bool.
    case_names, activity_names, person_names
        As the file has them. They stay in memory: nothing that is written holds a person or a case.
    zone
        Where its days begin and end: a name of the IANA time zones.
    ends_us
        Until when the log tells of what happens (microseconds): what is open then is open.
    """

    case: NDArray[np.int32]
    activity: NDArray[np.int32]
    person: NDArray[np.int32]
    end_us: NDArray[np.int64]
    start_us: NDArray[np.int64]
    role: NDArray[np.int8]
    is_machine: NDArray[np.bool_]
    case_names: tuple[str, ...]
    activity_names: tuple[str, ...]
    person_names: tuple[str, ...]
    zone: str
    ends_us: int

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return len(self.case_names)
