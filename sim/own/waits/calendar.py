"""Waits that a date ends, seen from the log alone: legal periods, and batches."""

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import DAY_US, SECOND_US, CaseLog
from sim.own.local_time import has_dates_only

Flags = NDArray[np.bool_]
Times = NDArray[np.int64]
LEAST_WAITS = 30
"""Waits as long as each other from which on a period may be behind them."""
LEAST_SHARE = 0.2
"""Which share they must be of all waits between the same two activities. Waits for people are not
so much alike: were their logarithms normal, they would need a spread below a twenty-fifth."""
LEAST_PERIOD_US = 7 * DAY_US
"""What is shorter may be the rhythm of the work: overnight, over a weekend."""
ALIKE = 0.01
"""How far waits that are as long as each other may differ, in parts of them."""
STANDS_OUT = 3.0
"""Where there are dates alone: how many times as many as a day shorter or longer they must be."""
DAYS_APART = 1 << 32
"""Between the days of two pairs of activities: more than any wait has."""
ROOM = 64.0
"""Between the logarithms of the waits of two pairs of activities: more than any has."""
LEAST_BATCH = 10
"""Cases that go through one activity in the same second, and are taken to be a batch."""
MINUTE_US = 60 * SECOND_US
WHOLE_MINUTES = 0.5
"""From this share of steps at a whole minute on, a log tells no seconds, and so no batch."""


def find_periods(log: CaseLog, wait_us: Times, is_first: Flags) -> Flags:
    """Find the waits that a period ends, such as a legal one: too many are as long as each other.

    A wait of a week or longer is one if 30 waits or more between the same two activities, and a
    fifth of all between them, are as long within 1 %. Others are judged by who comes.
    """
    found = np.zeros(len(wait_us), bool)
    later = np.flatnonzero(~is_first)
    if not len(later):
        return found
    pair = log.activity[later - 1].astype(np.int64) * len(log.role) + log.activity[later]
    _, pair, of_pair = np.unique(pair, return_inverse=True, return_counts=True)
    place = pair * ROOM + np.log(np.maximum(wait_us[later], 1))
    ordered = np.sort(place)
    long = wait_us[later] >= LEAST_PERIOD_US
    alike = np.searchsorted(ordered, place[long] + ALIKE, side="right")
    alike -= np.searchsorted(ordered, place[long] - ALIKE)
    are_many = alike >= np.maximum(LEAST_WAITS, LEAST_SHARE * of_pair[pair[long]])
    if has_dates_only(log.end_us, log.zone):
        are_many &= _stand_out(pair, wait_us[later])[long]
    found[later[long]] = are_many
    return found


def _stand_out(pair: Times, wait_us: Times) -> Flags:
    """Tell which waits are far more than those of the same activities a day shorter or longer.

    Where a log tells dates alone, ordinary waits are as long as each other as well.
    """
    key = pair * DAYS_APART + np.rint(wait_us / DAY_US).astype(np.int64)
    known, at, counts = np.unique(key, return_inverse=True, return_counts=True)
    count_of = dict(zip(known.tolist(), counts.tolist(), strict=True))
    beside = np.array([count_of.get(k - 1, 0) + count_of.get(k + 1, 0) for k in known.tolist()])
    return np.asarray((counts >= STANDS_OUT * beside / 2)[at])


def find_batches(log: CaseLog) -> Flags:
    """Find the steps of batches: ten or more through one activity in the same second."""
    if not len(log.case) or np.mean(log.end_us % MINUTE_US == 0) >= WHOLE_MINUTES:
        return np.zeros(len(log.case), bool)
    second = (log.end_us - log.end_us.min()) // SECOND_US
    instant = second * len(log.role) + log.activity
    _, of, counts = np.unique(instant, return_inverse=True, return_counts=True)
    return np.asarray(counts[of] >= LEAST_BATCH)
