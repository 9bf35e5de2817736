"""The two halves of a log: what is known at a moment, and what came after it.

A forecast may know what was written before it was made, and nothing else. So the first half holds
the steps before the moment, and cases that were open then are open in it, however they ended; the
second holds the cases that begin from then on, whole.
"""

import numpy as np

from sim.errors import RunError
from sim.message import Message
from sim.own.caselog import CaseLog
from sim.own.steps import find_first_steps


def split(log: CaseLog) -> tuple[CaseLog, CaseLog]:
    """Split a log at the moment when half of its cases have begun.

    Activities and persons keep their numbers in both halves, also where one has none of them.

    Raises
    ------
    RunError
        If its cases do not begin at two moments at least.
    """
    begins_us = log.end_us[find_first_steps(log)]
    moment_us = int(begins_us[len(begins_us) // 2]) if len(begins_us) else 0
    before = int(np.searchsorted(begins_us, moment_us))
    if not before:
        raise RunError(
            Message("a log whose cases do not begin at different times cannot be split in two")
        )
    first = _take(log, (log.case < before) & (log.end_us < moment_us), slice(before))
    second = _take(log, log.case >= before, slice(before, None))
    return first._replace(ends_us=moment_us), second


def take_since(log: CaseLog, moment_us: int) -> CaseLog:
    """Return the cases of a log that begin from a moment on."""
    begins_us = log.end_us[find_first_steps(log)]
    before = int(np.searchsorted(begins_us, moment_us))
    return _take(log, log.case >= before, slice(before, None))


def _take(log: CaseLog, is_taken: np.ndarray, cases: slice) -> CaseLog:
    """Take some steps of a log, and the cases that they are of."""
    return log._replace(
        case=(log.case[is_taken] - (cases.start or 0)).astype(np.int32),
        activity=log.activity[is_taken],
        person=log.person[is_taken],
        end_us=log.end_us[is_taken],
        start_us=log.start_us[is_taken],
        case_names=log.case_names[cases],
    )
