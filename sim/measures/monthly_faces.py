"""How many faces a citizen sees in a month: in the first one of a case, in each one of a client."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from sim.eventlog import NONE
from sim.ledger import Meetings, pick
from sim.ledger.tables import Mask, Narrow, Whole
from sim.measures.acquaintance import AT_HOME, count_pairs
from sim.measures.cohort import Days, within
from sim.measures.counting import MONTH_S, is_case
from sim.measures.reading import order_by_time
from sim.measures.view import View, once

BLOCK = 65_536
"""Meetings looked at together: so many stay in a processor's cache."""


@once
def faces_of_months(view: View) -> Whole:
    """Count distinct faces by month: of clients first, then of the first month of each case."""
    parts = []
    if view.is_client.any():
        parts.append(_of_clients(view))
    if is_case(view).any():
        parts.append(_of_cases(view))
    return np.concatenate([np.zeros(0, np.int64), *parts])


def _of_cases(view: View) -> Whole:
    """Count the faces of each case in the 30 days from its arrival, in the order of arrivals.

    Of cases that come later than 30 days before the end nobody knows. Most cases meet nobody after
    their first month, and all of their faces are counted already.
    """
    return _faces_of_first_month(view)[view.cohort.place.take(_known_cases(view))]


@once
def _known_cases(view: View) -> Whole:
    """List the citizens of whose first month is known, in the order of arrivals."""
    if view.whole is not None:
        known = _known_cases(view.whole)
        return known[view.cohort.is_case.take(known)]
    arrival_s = view.courses.arrival_s
    cases = np.flatnonzero(is_case(view) & (arrival_s + MONTH_S <= _last_s(view)))
    return view.cohort.members[cases[order_by_time(arrival_s[cases])]]


@once
def _faces_of_first_month(view: View) -> Whole:
    """Count the faces of each case of the cohort in the 30 days from its arrival."""
    if view.whole is not None:
        return _faces_of_first_month(view.whole).take(view.among_whole)
    lasts = np.zeros(len(view.is_client), np.bool_)
    for met in _met_by(view, is_case(view)):
        lasts[met.place[met.is_later]] = True
    if not lasts.any():
        return view.courses.faces.astype(np.int64)
    in_month = [
        (met.place[~met.is_later], met.staff[~met.is_later]) for met in _met_by(view, lasts)
    ]
    who, _ = count_pairs(*(np.concatenate(column) for column in zip(*in_month, strict=True)))
    counted = np.bincount(who, minlength=len(lasts))
    return np.asarray(np.where(lasts, counted, view.courses.faces), np.int64)


class Met(NamedTuple):
    """Meetings of some members of the cohort that follow one another in time."""

    place: Whole
    """Of each the place of its citizen in the cohort."""
    staff: Narrow
    """Whom the citizen met."""
    is_later: Mask
    """Whether that was more than 30 days after the citizen's arrival."""


def _met_by(view: View, which: Mask) -> Iterator[Met]:
    """Yield the meetings of some members, a block at a time: all at once would take much memory."""
    met, arrival_s = view.ledger.meetings, view.courses.arrival_s
    place_of = np.full(len(view.cohort.place), NONE, np.int64)
    place_of[view.cohort.members[which]] = np.flatnonzero(which)
    for start in range(0, len(met.citizen), BLOCK):
        block = pick(met, slice(start, start + BLOCK))
        place = place_of.take(block.citizen)
        rows = np.flatnonzero(place != NONE)
        place = place[rows]
        is_later = block.calendar_s[rows] - arrival_s[place] >= MONTH_S
        yield Met(place, block.staff[rows], is_later)


def _last_s(view: View) -> int:
    """Return the last moment that the ledger tells of: on every open day there are shifts."""
    tables = (view.ledger.shifts, view.ledger.meetings, view.ledger.openings)
    return max((int(table.calendar_s[-1]) for table in tables if len(table.calendar_s)), default=0)


class ByMonth(NamedTuple):
    """Clients by month of 30 days: these follow one another from the first day of the view."""

    who: Whole
    """The members who stay throughout a month."""
    stays: Mask
    """Of each month and each of them whether, shape (months, who)."""
    faces: Whole
    """And how many faces there are, shape (months, who)."""


def _of_clients(view: View) -> Whole:
    """Count the faces of each client in each month of 30 days throughout which there are visits.

    The months lie within the view. In order of months, and within a month of clients.
    """
    _, stays, faces = _clients_by_month(view)
    return faces[stays]


def months_of_clients(view: View) -> Whole:
    """Return the number of the month, from 0, of each client's value in `faces_of_months`."""
    return np.nonzero(_clients_by_month(view).stays)[0]


@once
def _clients_by_month(view: View) -> ByMonth:
    if view.whole is not None:
        who, stays, faces = _clients_by_month(view.whole)
        place = view.cohort.place.take(view.whole.cohort.members[who])
        is_here = place != NONE
        return ByMonth(place[is_here], stays[:, is_here], faces[:, is_here])
    months = max(view.to_s - view.from_s, 0) // MONTH_S
    who, stays = _stays(view, months)
    return ByMonth(who, stays, _count_faces(view, who, months))


def _count_faces(view: View, who: Whole, months: int) -> Whole:
    place, met = _visits_to(view, who, months)
    starts = np.searchsorted(met.calendar_s, view.from_s + MONTH_S * np.arange(months + 1))
    faces = np.zeros((months, len(who)), np.int64)
    for month, (start, stop) in enumerate(pairwise(starts.tolist())):
        seen, _ = count_pairs(place[start:stop], met.staff[start:stop])
        faces[month] = np.bincount(seen, minlength=len(who))
    return faces


def _stays(view: View, months: int) -> tuple[Whole, Mask]:
    """Return which clients stay throughout a month, and of each month and each of them whether.

    A client is there throughout who is there from the first opening of the month on.
    """
    courses, calendar = view.courses, view.calendar
    starts_s = range(view.from_s, view.from_s + months * MONTH_S, MONTH_S)
    opens_s = [calendar.calendar_s(calendar.service_s(start_s)) for start_s in starts_s]
    first = np.searchsorted(opens_s, courses.arrival_s)
    last_s = np.where(courses.end_s == NONE, view.to_s, courses.end_s)
    after = np.minimum((last_s - view.from_s) // MONTH_S, months)
    is_daily = view.is_client & (courses.visits_per_day >= 1)
    who = np.flatnonzero(is_daily & (first < after))
    month = np.arange(months)[:, None]
    return who, (first[who] <= month) & (month < after[who])


def _visits_to(view: View, who: Whole, months: int) -> tuple[Whole, Meetings]:
    """Return the visits to some members, in which they see a face, and whose each one is."""
    rows = within(Days(view.from_s, view.from_s + months * MONTH_S), view.ledger.meetings)
    place_of = np.full(len(view.cohort.place), NONE, np.int64)
    place_of[view.cohort.members[who]] = np.arange(len(who))
    met = pick(rows, (place_of != NONE).take(rows.citizen) & AT_HOME.take(rows.job))
    return place_of.take(met.citizen), met
