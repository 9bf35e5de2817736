"""Who met whom: how many faces a citizen sees, and how often the same one."""

from typing import NamedTuple

import numpy as np

from sim.eventlog import Job
from sim.ledger import pick
from sim.ledger.tables import Narrow, Whole
from sim.measures.view import View, once

AT_HOME = np.isin(np.arange(len(Job)), (Job.VISIT, Job.EXTRA_VISIT))
"""Of each job, whether a client sees a face in it."""

MOST_POSSIBLE = 8
"""So many possible pairs for each meeting are counted one by one; of more, meetings are sorted."""


class Acquaintance(NamedTuple):
    """Of each citizen of a cohort: meetings, and how they are spread over staff.

    Of cases all jobs begun are meetings; of clients visits within the days of the view.
    """

    meetings: Whole
    """How many."""
    squares: Whole
    """The squares of the numbers with each member of staff, added up."""
    most: Whole
    """The number of a client's meetings with the most frequent visitor; 0 for cases."""


@once
def acquaintance(view: View) -> Acquaintance:
    """Count how often each citizen met staff, and the same ones."""
    courses = view.courses
    if view.whole is not None:
        known = acquaintance(view.whole)
        return Acquaintance(*(column.take(view.among_whole) for column in known))
    if not view.is_client.any():
        none = np.zeros(len(view.is_client), np.int64)
        return Acquaintance(courses.meetings.astype(np.int64), courses.meeting_squares, most=none)
    visits = pick(view.meetings, AT_HOME[view.meetings.job])
    citizen, times = count_pairs(view.cohort.place[visits.citizen], visits.staff)
    clients, members = view.is_client, len(view.is_client)
    most = np.zeros(members, np.int64)
    np.maximum.at(most, citizen, times)
    met = np.bincount(citizen, times, members).astype(np.int64)
    squares = np.bincount(citizen, times**2, members).astype(np.int64)
    return Acquaintance(
        meetings=np.where(clients, met, courses.meetings),
        squares=np.where(clients, squares, courses.meeting_squares),
        most=most,
    )


def count_pairs(who: Whole, staff: Narrow) -> tuple[Whole, Whole]:
    """Return who of each pair of who and staff that met, in their order, and how often they met."""
    most = int(staff.max(initial=0)) + 1
    pairs, possible = who * most + staff, (int(who.max(initial=-1)) + 1) * most
    if possible <= MOST_POSSIBLE * len(pairs):
        counts = np.bincount(pairs, minlength=possible)
        met = np.flatnonzero(counts)
        return met // most, counts[met]
    pair, times = np.unique(pairs, return_counts=True)
    return pair // most, times
