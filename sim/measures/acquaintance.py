"""Who met whom: how many faces a citizen sees, and how often the same one."""

from typing import NamedTuple

import numpy as np

from sim.eventlog import NONE, Job
from sim.ledger import Meetings, pick
from sim.ledger.tables import Mask, Narrow, Whole
from sim.measures.cohort import Days, within
from sim.measures.counting import MONTH_S, is_case
from sim.measures.reading import order_by_time
from sim.measures.view import View, once

AT_HOME = np.isin(np.arange(len(Job)), (Job.VISIT, Job.EXTRA_VISIT))
"""Of each job, whether a client sees a face in it."""


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
    if not view.is_client.any():
        none = np.zeros(len(view.is_client), np.int64)
        return Acquaintance(courses.meetings.astype(np.int64), courses.meeting_squares, most=none)
    visits = pick(view.meetings, AT_HOME[view.meetings.job])
    citizen, times = _count_pairs(view.cohort.place[visits.citizen], visits.staff)
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


def _count_pairs(who: Whole, staff: Narrow) -> tuple[Whole, Whole]:
    """Return who of each pair of who and staff that met, in their order, and how often they met."""
    most = int(staff.max(initial=0)) + 1
    pair, times = np.unique(who * most + staff, return_counts=True)
    return pair // most, times


@once
def cases_by_end(view: View) -> Whole:
    """List the one-off cases of the cohort by the time of their end, open ones last."""
    cases = np.flatnonzero(is_case(view))
    end_s = view.courses.end_s[cases]
    last_s = np.where(end_s == NONE, end_s.max(initial=0) + 1, end_s)
    return cases[order_by_time(last_s)]


def faces_of_cases(view: View) -> Narrow:
    """Count the distinct staff who had to do with each one-off case, in closing order."""
    return view.courses.faces[cases_by_end(view)]


@once
def faces_of_months(view: View) -> Whole:
    """Count distinct faces of each citizen in each month of 30 days throughout which there is one.

    The months follow one another from the first day of the view, and lie within it. In order of
    months, and within a month of citizens.
    """
    months = max(view.to_s - view.from_s, 0) // MONTH_S
    who, stays = _stays(view, months)
    place, met = _faces_met(view, who, months)
    month = (met.calendar_s - view.from_s) // MONTH_S
    met_in, _ = _count_pairs(month * len(who) + place, met.staff)
    faces = np.bincount(met_in, minlength=months * len(who))
    return np.asarray(faces[stays.ravel()])


def _stays(view: View, months: int) -> tuple[Whole, Mask]:
    """Return who stays throughout a month, and of each month and each of them whether in it.

    A citizen is there throughout who is there from the first opening of the month on.
    """
    courses, calendar = view.courses, view.calendar
    starts_s = range(view.from_s, view.from_s + months * MONTH_S, MONTH_S)
    opens_s = [calendar.calendar_s(calendar.service_s(start_s)) for start_s in starts_s]
    first = np.searchsorted(opens_s, courses.arrival_s)
    last_s = np.where(courses.end_s == NONE, view.to_s, courses.end_s)
    after = np.minimum((last_s - view.from_s) // MONTH_S, months)
    is_daily = ~view.is_client | (courses.visits_per_day >= 1)
    who = np.flatnonzero(is_daily & (first < after))
    month = np.arange(months)[:, None]
    return who, (first[who] <= month) & (month < after[who])


def _faces_met(view: View, who: Whole, months: int) -> tuple[Whole, Meetings]:
    """Return the meetings in which some members see a face, and whose of them each one is.

    Any job of a case is one; of a client the visits are.
    """
    rows = within(Days(view.from_s, view.from_s + months * MONTH_S), view.ledger.meetings)
    place_of = np.full(len(view.cohort.place), NONE, np.int64)
    place_of[view.cohort.members[who]] = np.arange(len(who))
    met = pick(rows, (place_of != NONE).take(rows.citizen))
    place = place_of.take(met.citizen)
    is_face = AT_HOME[met.job] | ~view.is_client[who][place]
    return place[is_face], pick(met, is_face)
