"""Persons: how many are seen on a working day, and on which share of their days each is."""

from math import exp, hypot, log

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import UNKNOWN
from sim.own.estimate import Estimate
from sim.own.estimates.arrivals import why_no_days
from sim.own.estimates.seen import Seen, say_nothing, sum_by_week
from sim.own.estimates.weeks import find_mean_of_days
from sim.own.resampling import NORMAL, divide, resample
from sim.own.survival import Between

Days = NDArray[np.int64]
NAMES = ("persons", "share_of_days")
LEAST_DAYS = 20
"""Of whom a log tells on how many days they are there: those who are seen for so long."""
SELDOM = Message("nobody is seen for {least} open days or longer", least=LEAST_DAYS)


def find_persons(seen: Seen) -> list[Estimate]:
    """Estimate the persons of a working day, and on which share of working days one is seen."""
    days = seen.open_days
    why = why_no_days(days) or seen.why_no_persons()
    if why is not None:
        return [say_nothing(name, len(days), why) for name in NAMES]
    is_known = seen.is_staff & seen.is_within & (seen.log.person != UNKNOWN)
    person, day = seen.log.person[is_known], seen.day[is_known]
    pairs = np.unique(person.astype(np.int64) * (seen.last_day + 1) + day)
    of_person, of_day = np.divmod(pairs, seen.last_day + 1)
    at = np.searchsorted(days, of_day)
    is_open = np.append(days, -1)[at] == of_day
    of_person, at = of_person[is_open], at[is_open]
    daily = np.bincount(at, minlength=len(days)).astype(float)
    sums, opened = sum_by_week(days, daily), sum_by_week(days, np.ones(len(days)))
    mean = find_mean_of_days(sums[opened > 0], opened[opened > 0])
    return [
        Estimate(NAMES[0], *mean, len(days)),
        _find_share(of_person, at, np.bincount(person), mean),
    ]


def _find_share(person: Days, at: Days, steps: Days, daily: Between) -> Estimate:
    """Estimate on which share of days one is seen, between the first time and the last.

    It is the mean over steps, so that whoever does most counts most. Its interval holds how persons
    differ, by a bootstrap over them, and how days do, as the number of persons of a day tells.
    """
    starts = np.flatnonzero(np.diff(person, prepend=-1))
    days = np.diff(np.append(starts, len(person)))
    last = np.append(starts[1:], len(person)) - 1
    span = at[last] - at[starts]
    share = (days - 1) / np.maximum(span, 1)  # of the first day it is known beforehand
    is_regular = span >= LEAST_DAYS
    if not (days[is_regular] > 1).any():
        return say_nothing(NAMES[1], 0, SELDOM)
    weight = steps[person[starts]][is_regular].astype(float)
    parts = np.column_stack([weight * share[is_regular], weight])
    samples = resample(parts)
    value = float(parts[:, 0].sum() / parts[:, 1].sum())
    drawn = divide(samples[:, 0], samples[:, 1])
    error = float(np.log(drawn[drawn > 0]).std())
    factor = exp(hypot(NORMAL * error, log(daily.high / daily.value)))
    return Estimate(NAMES[1], value, value / factor, min(value * factor, 1.0), len(parts))
