"""A simulated log, told as another log tells: the same kinds of steps, at the hours of its week.

Most case systems write nothing of what citizens do, or of a case's closing, beside the work that
ends it; a simulated log has steps of both. And the model knows of hours only whether it is open:
what falls due at night is taken up as it opens, one peak, and nothing is ever done on a day that is
closed. Where a log is held against another step by step, both would count as errors of what is
foretold, though they are of how it is told.

So steps of a kind that the other log has none of are left out, except the one with which a case
begins: in a log that is its registration. The rest, in the order in which they are, are written at
the hours of a week at which the other log has its steps (quantile mapping: Gudmundsson et al. 2012,
*Hydrology and Earth System Sciences* 16, 3383-3390). Weeks, and what comes before what, stay as
simulated. The hours are not foretold then: they are the other log's.
"""

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import DAY_US, UNKNOWN_US, CaseLog, Role
from sim.own.local_time import THURSDAY, WEEK_DAYS, find_local_us
from sim.own.steps import find_first_steps

Times = NDArray[np.int64]
WEEK_US = WEEK_DAYS * DAY_US


def tell_as(simulated: CaseLog, other: CaseLog) -> CaseLog:
    """Return a simulated log as another one would tell it, each step at its end.

    Parameters
    ----------
    simulated
        It.
    other
        The log that it is told as, with steps: what was known, not what is to be foretold.
    """
    kept = _leave_out(simulated, other)
    clock_us = _move_in_week(kept.end_us, find_local_us(other.end_us, other.zone))
    untold = np.full(len(clock_us), UNKNOWN_US)
    return kept._replace(end_us=clock_us, start_us=untold, ends_us=int(clock_us.max()))


def _leave_out(log: CaseLog, other: CaseLog) -> CaseLog:
    """Leave out the later steps of kinds that the other log has none of."""
    there = [Role.WORK, *np.unique(other.role[other.activity])]
    is_told = find_first_steps(log) | np.isin(log.role[log.activity], there)
    names = ("case", "activity", "person", "end_us", "start_us")
    return log._replace(**{name: getattr(log, name)[is_told] for name in names})


def _move_in_week(moved_us: Times, like_us: Times) -> Times:
    """Move each time within its week to where as large a part of the other's steps is before it."""
    week, within = np.divmod(moved_us + THURSDAY * DAY_US, WEEK_US)
    ordered, wanted = np.sort(within), np.sort((like_us + THURSDAY * DAY_US) % WEEK_US)
    before = np.searchsorted(ordered, within, "left") + np.searchsorted(ordered, within, "right")
    part = before / (2 * len(ordered))
    at = np.minimum((part * len(wanted)).astype(np.int64), len(wanted) - 1)
    return np.asarray(week * WEEK_US + wanted[at] - THURSDAY * DAY_US)
