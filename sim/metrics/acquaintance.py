"""Who met whom: pairs of citizens and staff, and how often they met."""

from typing import NamedTuple

import numpy as np

from sim.eventlog import NONE, Job
from sim.ledger import Meetings
from sim.ledger.tables import Mask, Whole, pick
from sim.metrics.counting import MONTH_S
from sim.metrics.view import View

AT_HOME = (Job.VISIT, Job.EXTRA_VISIT)


class Pairs(NamedTuple):
    """A citizen and a member of staff who met, and how many times."""

    citizen: Whole
    times: Whole


def faces_met(view: View) -> Meetings:
    """Return the meetings in which a citizen sees a face: any job of a case; visits of clients."""
    meetings = view.meetings
    is_visit = np.isin(meetings.job, AT_HOME)
    return pick(meetings, is_visit | ~view.is_client[meetings.citizen])


def pairs_of(view: View, meetings: Meetings) -> Pairs:
    """Count how often each citizen met each member of staff."""
    staff = int(meetings.staff.max(initial=0)) + 1
    pair, times = np.unique(meetings.citizen * staff + meetings.staff, return_counts=True)
    return Pairs(pair // staff, times)


def faces_of_cases(view: View) -> Whole:
    """Count the distinct staff who had to do with each one-off case, in closing order."""
    pairs = pairs_of(view, view.meetings)
    faces = np.bincount(pairs.citizen, minlength=len(view.is_client))
    end_s = np.where(view.courses.end_s == NONE, np.iinfo(np.int64).max, view.courses.end_s)
    order = np.argsort(end_s, kind="stable")
    return np.asarray(faces[order][~view.is_client[order]])


def faces_of_months(view: View) -> Whole:
    """Count distinct faces of each citizen in each month of 30 days throughout which there is one.

    The months follow one another from the first day of the view, and lie within it. In order of
    months, and within a month of citizens.
    """
    starts_s = np.arange(view.from_s, view.to_s - MONTH_S + 1, MONTH_S)
    citizens, meetings = len(view.is_client), faces_met(view)
    month = (meetings.calendar_s - view.from_s) // MONTH_S
    within = (month >= 0) & (month < len(starts_s))
    place = month[within] * citizens + meetings.citizen[within]
    staff = int(meetings.staff.max(initial=0)) + 1
    pair = np.unique(place * staff + meetings.staff[within])
    faces = np.bincount(pair // staff, minlength=len(starts_s) * citizens)
    return np.asarray(faces[_stays(view, starts_s).ravel()])


def _stays(view: View, starts_s: Whole) -> Mask:
    """Mark, for each month and citizen, who is there throughout: from its first opening on."""
    courses, calendar = view.courses, view.calendar
    opens_s = [calendar.calendar_s(calendar.service_s(start_s)) for start_s in starts_s.tolist()]
    is_daily = ~view.is_client | (courses.visits_per_day >= 1)
    has_come = courses.arrival_s <= np.array(opens_s, np.int64)[:, None]
    is_there = (courses.end_s == NONE) | (courses.end_s >= (starts_s + MONTH_S)[:, None])
    return np.asarray(is_daily & has_come & is_there)
