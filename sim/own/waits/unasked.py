"""Contacts that no case has waited for: whoever calls to ask how it goes ends no wait.

A citizen who has been asked for something, or whose case is closed, is waited for. One who makes
contact while the case lies with the service is not: the wait goes on, for whoever of the staff
comes next. Only a log that tells of asking can tell the two apart.
"""

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import CaseLog, Role

Enders = NDArray[np.int8]


def find_unasked(log: CaseLog, is_first: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Find steps of the citizen which the case has not waited for.

    Those are all that do not follow at once upon a step that asks the citizen or closes the case.
    There are none in a log without steps that ask.

    Parameters
    ----------
    log
        The cases.
    is_first
        Whether each step is the first one of its case. Shape (steps,).
    """
    role = log.role[log.activity]
    if not (role == Role.ASK).any():
        return np.zeros(len(role), bool)
    before = np.append(Role.WORK, role[:-1])[: len(role)]
    awaits = (before == Role.ASK) | (before == Role.CLOSE)
    return np.asarray((role == Role.CITIZEN) & ~is_first & ~awaits)


def hand_on(ender: Enders, is_unasked: NDArray[np.bool_], is_first: NDArray[np.bool_]) -> Enders:
    """Let the wait before an unasked contact end by what ends the next one of its case, if any."""
    steps = np.arange(len(ender))
    stands = np.where(is_unasked, len(ender), steps)
    following = np.minimum.accumulate(stands[::-1])[::-1]
    case = np.cumsum(is_first)
    inside = following < len(ender)
    inside[inside] = case[following[inside]] == case[steps[inside]]
    found = ender.copy()
    takes = is_unasked & inside
    found[takes] = ender[following[takes]]
    return found
