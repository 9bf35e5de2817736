"""Which cases a file has: all, those that ended within some time, or those that began within it.

Cases that were chosen by when they ended lack those that are open: at the beginning of the file
only long ones begin, and towards its end fewer and fewer, while as many end as ever. Cases that
were chosen by when they began go on after the last of them has begun, fewer and fewer.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import DAY_US, CaseLog, Role
from sim.own.guessing.caveats.caveat import Caveat, write_day

BY_END, BY_START = "selected_by_end", "selected_by_start"
"""Kinds of caveats."""
LEAST_CASES, LEAST_EARLY = 100, 20
"""Cases in all, and before the first one ends, from which a choice can be seen."""
LEAST_USUAL = 15
"""Times that are usual within a window, from which fewer tell something."""
LEAST_DAYS = 3.0
"""Days that a file is looked at before its end, at the least."""
EARLY_SHARE, LONGER = 0.01, 2.0
"""Share of cases that begin before any ends, and how many times as long as others they last, where
cases were chosen by their end."""
FEWER, AS_MANY = 0.5, 0.6
"""Of what is usual: so few begin, and so many end, towards the end of such a file."""
GONE = 0.05
"""Of what is usual: so few begin where they were chosen by their beginning."""
LEAST_OPEN, FEW_OPEN = 10, 0.2
"""Cases that should be open at any time, and the share of these that is too few."""


def find_selection(log: CaseLog) -> Iterator[Caveat]:
    """Yield how cases were chosen, if not all of some time are there."""
    begins, ends = find_ends(log)
    whole = (ends.max() - begins.min()) / DAY_US
    if log.cases < LEAST_CASES or whole < 4 * LEAST_DAYS:
        return
    days = (ends - begins) / DAY_US
    window = float(np.clip(np.quantile(days, 0.9), LEAST_DAYS, max(whole / 4, LEAST_DAYS)))
    begun = _compare(begins, ends.max(), window)
    ended = _compare(ends, ends.max(), window / 3)
    gap = (ends.max() - np.quantile(begins, 0.998)) / DAY_US
    if begun <= GONE and gap >= max(window / 2, LEAST_DAYS):
        yield _tell_by_start(begins, ends, log.zone)
    elif _has_long_ones_first(begins, ends) or begun <= FEWER < AS_MANY <= ended:
        yield _tell_by_end(begins, ends, log.zone)
    else:
        yield from _find_none_open(log, log.cases / whole * float(days.mean()))


def find_ends(log: CaseLog) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return when each case began and ended, by the ends of its steps (microseconds)."""
    first = np.r_[True, log.case[1:] != log.case[:-1]]
    last = np.r_[first[1:], True]
    return log.end_us[first], log.end_us[last]


def _compare(times: NDArray[np.int64], last_us: int, window: float) -> float:
    """Return how many times there are a day in the last days, in parts of what is usual.

    NaN where too few would be usual for that to tell anything.
    """
    low, high = np.quantile(times, (0.25, 0.75))
    usual = len(times) / 2 / max((high - low) / DAY_US, 1.0) * window
    late = (times >= last_us - window * DAY_US).sum()
    return float(late / usual) if usual >= LEAST_USUAL else float("nan")


def _has_long_ones_first(begins: NDArray[np.int64], ends: NDArray[np.int64]) -> bool:
    """Tell whether the cases that begin before any ends last longer than the others."""
    early = begins < np.quantile(ends, 0.001)
    if early.sum() < max(LEAST_EARLY, EARLY_SHARE * len(begins)):
        return False
    days = ends - begins
    return bool(np.median(days[early]) >= LONGER * np.median(days) > 0)


def _find_none_open(log: CaseLog, expected: float) -> Iterator[Caveat]:
    """Yield that all cases are closed though some should be open (Little's law)."""
    closes = np.flatnonzero(log.role == Role.CLOSE)
    closed = np.zeros(log.cases, bool)
    closed[log.case[np.isin(log.activity, closes)]] = True
    n_open = int((~closed).sum())
    if not len(closes) or expected < LEAST_OPEN or n_open > FEW_OPEN * expected:
        return
    text = Message(
        "chosen by their end: {open} of {n} cases are not closed, where at such times about "
        "{expected} are open on any day. Open cases are missing, and cannot be counted",
        open=n_open,
        n=log.cases,
        expected=round(expected),
    )
    yield Caveat(BY_END, text)


def _tell_by_end(begins: NDArray[np.int64], ends: NDArray[np.int64], zone: str) -> Caveat:
    text = Message(
        "chosen by their end: {n} cases end between {first_end} and {last}, and begin from "
        "{first} on. Cases that began and did not end are missing: how many are open cannot be "
        "seen, and those that began last look quicker than they were",
        n=len(begins),
        first_end=write_day(int(np.quantile(ends, 0.001)), zone),
        last=write_day(ends.max(), zone),
        first=write_day(begins.min(), zone),
    )
    return Caveat(BY_END, text)


def _tell_by_start(begins: NDArray[np.int64], ends: NDArray[np.int64], zone: str) -> Caveat:
    text = Message(
        "chosen by their beginning: the last of {n} cases began by {last_begin}, and steps go on "
        "until {last}. After {last_begin} the file shows less and less of the work there was",
        n=len(begins),
        last_begin=write_day(int(np.quantile(begins, 0.998)), zone),
        last=write_day(ends.max(), zone),
    )
    return Caveat(BY_START, text)
