"""Steps of a case log: where a case begins, who has it, and which steps are by the staff."""

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import CaseLog, Role

Flags = NDArray[np.bool_]
NOBODY = -2
"""Who has a case that none of the staff has had yet."""


def find_first_steps(log: CaseLog) -> Flags:
    """Tell of each step whether it is the first one of its case. Shape (steps,)."""
    is_first = np.ones(len(log.case), bool)
    is_first[1:] = log.case[1:] != log.case[:-1]
    return is_first


def find_staff_steps(log: CaseLog) -> Flags:
    """Tell of each step whether a person of the staff does it, named or not. Shape (steps,)."""
    role = log.role[log.activity]
    is_staff = (role != Role.CITIZEN) & (role != Role.AUTOMATIC)
    return np.asarray(is_staff & ~find_machine_steps(log))


def find_machine_steps(log: CaseLog) -> Flags:
    """Tell of each step whether a machine does it, by activity or by person. Shape (steps,)."""
    is_machine = np.append(log.is_machine, False)  # the last one is of those who are not named
    return np.asarray((log.role[log.activity] == Role.AUTOMATIC) | is_machine[log.person])


def find_holders(log: CaseLog) -> NDArray[np.int32]:
    """Find who has had the case last before each step: of the staff, machines left out.

    Returns
    -------
    array
        A person for each step; `UNKNOWN` where the step of the staff before names nobody, `NOBODY`
        where there is none. Shape (steps,).
    """
    steps = np.arange(len(log.case))
    first = np.maximum.accumulate(np.where(find_first_steps(log), steps, 0))
    latest = np.maximum.accumulate(np.where(find_staff_steps(log), steps, -1))
    before = np.append(-1, latest[:-1])
    has_one = before >= first
    return np.where(has_one, log.person[np.where(has_one, before, 0)], NOBODY).astype(np.int32)
