"""What to do next: how wide the interval would be, listened to at one time or at several."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.own.tally.alike import count_unlike
from sim.own.tally.jeffreys import PRIOR, find_ends

MORE_CONTACTS, TIMES = 30, 5
"""Contacts that could be listened to next, in one hour or at so many times."""


class Plan(NamedTuple):
    """How wide the service's interval is, and would be.

    Attributes
    ----------
    width_now
        From its low end to its high one, in shares; 1 where nothing was counted.
    width_same_hour
        After 30 more contacts in the hour listened to last.
    width_at_times
        After as many at five times, six at each.
    width_first_hour, width_first_times
        Of 30 contacts and nothing else: in one hour, and six at each of five times.
    """

    width_now: float
    width_same_hour: float
    width_at_times: float
    width_first_hour: float
    width_first_times: float


def plan_next(failures: int, contacts: NDArray[np.int64], correlation: float) -> Plan:
    """Tell what more contacts would do to the interval of the service.

    How many of them will be failure demand is not known: taken is the mean of what is likely now,
    which is 1/2 while nothing is counted.

    Parameters
    ----------
    failures
        How many contacts were failure demand so far.
    contacts
        Of each hour of listening: shape (hours,).
    correlation
        How alike contacts of one hour are.
    """
    worth = count_unlike(contacts, correlation)
    share = failures / contacts.sum() if worth else 0.0
    likely = (PRIOR + share * worth) / (2 * PRIOR + worth)
    at_times = np.full(TIMES, MORE_CONTACTS // TIMES)
    more = np.array([MORE_CONTACTS])
    same = np.append(contacts[:-1], contacts[-1:].sum() + MORE_CONTACTS)
    schedules = (contacts, same, np.append(contacts, at_times), more, at_times)
    _, *widths = (_find_width(likely, one, correlation) for one in schedules)
    return Plan(_find_width(share, contacts, correlation), *widths)


def _find_width(share: float, contacts: NDArray[np.int64], correlation: float) -> float:
    if not contacts.sum():
        return 1.0
    low, high = find_ends(share, count_unlike(contacts, correlation))
    return high - low
