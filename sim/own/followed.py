"""Which cases of a log are finished, and for how many days each was followed.

Where a mapping says which activities close a case, a case is open until one of them has come.
Otherwise a log does not say it. Then a case is taken to be finished if nothing happens to it for
longer than 95 of 100 gaps between the steps of a case last. That can be told until that much before
the end of the log, and no later: whatever does something after then is open as of then. So each
case is followed up to the same moment, whatever becomes of it, which is what Kaplan and Meier's
estimator asks for. One finished case in some twenty is called so too early.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import DAY_US, CaseLog, Role
from sim.own.steps import find_first_steps

LONG_GAP = 0.95
"""The quantile of gaps within cases after which a case is taken to be finished."""


class Followed(NamedTuple):
    """How far each case is known.

    Attributes
    ----------
    begins_us, lasts_us
        Of the first and the last step. Shape (cases,).
    until_us
        Until when it can be told which cases are finished.
    has_closes
        Whether the log says which steps close a case.
    is_followed
        Whether a case begins before then. Shape (cases,).
    is_finished
        Whether it is finished by then. Shape (cases,).
    days
        From its first step to its last; of an open case, until then. Shape (cases,).
    """

    begins_us: NDArray[np.int64]
    lasts_us: NDArray[np.int64]
    until_us: int
    has_closes: bool
    is_followed: NDArray[np.bool_]
    is_finished: NDArray[np.bool_]
    days: NDArray[np.float64]


def follow_cases(log: CaseLog) -> Followed:
    """Find which cases are finished, and for how long each was followed."""
    is_first = find_first_steps(log)
    is_last = np.append(is_first[1:], True)[: len(log.case)]
    begins_us, lasts_us = log.end_us[is_first], log.end_us[is_last]
    closes = log.role[log.activity] == Role.CLOSE
    has_closes = bool(closes.any())
    until_us = log.ends_us if has_closes else log.ends_us - _find_long_gap_us(log, is_first)
    if has_closes:
        is_finished = np.bincount(log.case[closes], minlength=log.cases) > 0
    else:
        is_finished = lasts_us <= until_us
    end_us = np.where(is_finished, lasts_us, until_us)
    return Followed(
        begins_us,
        lasts_us,
        until_us,
        has_closes,
        begins_us <= until_us,
        is_finished,
        np.maximum(end_us - begins_us, 0) / DAY_US,
    )


def _find_long_gap_us(log: CaseLog, is_first: NDArray[np.bool_]) -> int:
    gaps = np.diff(log.end_us)[~is_first[1:]]
    return int(np.quantile(gaps, LONG_GAP)) if len(gaps) else 0
