"""Who is looked at, and which rows of the ledger are theirs."""

from typing import NamedTuple

import numpy as np

from sim.eventlog import NONE
from sim.ledger import (
    Contacts,
    Courses,
    EndState,
    Ledger,
    Meetings,
    Tallies,
    Visits,
    pick,
    tally,
)
from sim.ledger.tables import Mask, Whole
from sim.population import VISITS
from sim.scenario import Scenario


class Days(NamedTuple):
    """The days that count, in calendar time: from the one, up to and without the other."""

    from_s: int
    to_s: int


class Cohort(NamedTuple):
    """Who is looked at.

    Attributes
    ----------
    days
        The days that count.
    is_client, is_case
        Of each citizen of the run, whether there are visits; whether it is a one-off case of one of
        the types looked at.
    members
        The citizens looked at.
    place
        Of each citizen of the run, the place among the members, or `NONE`.
    """

    days: Days
    is_client: Mask
    is_case: Mask
    members: Whole
    place: Whole

    def courses(self, ledger: Ledger) -> Courses:
        """Return the members' courses, without what becomes of clients after the days."""
        courses = pick(ledger.courses, self.members)
        is_later = self.is_client[self.members] & (courses.end_s >= self.days.to_s)
        return courses._replace(
            end_state=np.where(is_later, EndState.OPEN, courses.end_state),
            end_s=np.where(is_later, NONE, courses.end_s),
        )

    def tallies(self, ledger: Ledger) -> Tallies:
        """Return what adds up for the members; of clients, only what happens within the days."""
        if not self.is_client.any():
            return pick(ledger.tallies, self.members)
        log = ledger.log
        opens_s, closes_s = (ledger.calendar.service_s(day_s) for day_s in self.days)
        is_within = (log.time_s >= opens_s) & (log.time_s < closes_s)
        kept = log.rows(is_within | ~self.is_client[log.citizen])
        return pick(tally(kept, len(self.place)), self.members)

    def contacts(self, ledger: Ledger) -> Contacts:
        """Return the members' inbound contacts."""
        rows = ledger.contacts
        kept = pick(rows, self._is_theirs(rows.citizen, rows.calendar_s))
        return kept._replace(citizen=self.place[kept.citizen])

    def meetings(self, ledger: Ledger) -> Meetings:
        """Return the members' meetings with staff."""
        rows = ledger.meetings
        kept = pick(rows, self._is_theirs(rows.citizen, rows.calendar_s))
        return kept._replace(citizen=self.place[kept.citizen])

    def visits(self, ledger: Ledger) -> Visits:
        """Return the visits to members."""
        rows = ledger.visits
        kept = pick(rows, self._is_theirs(rows.citizen, rows.calendar_s))
        return kept._replace(citizen=self.place[kept.citizen])

    def _is_theirs(self, citizen: Whole, calendar_s: Whole) -> Mask:
        is_within = (calendar_s >= self.days.from_s) & (calendar_s < self.days.to_s)
        is_theirs = (self.place[citizen] != NONE) & (is_within | ~self.is_client[citizen])
        return np.asarray(is_theirs)


def choose_cohort(ledger: Ledger, scenario: Scenario, names: list[str], days: Days) -> Cohort:
    """Choose who is looked at: cases that arrive in these days, and all clients of these days.

    Parameters
    ----------
    ledger
        The folded log.
    scenario
        The scenario of the run.
    names
        The demand types to look at.
    days
        The days that count.
    """
    courses = ledger.courses
    has_visits = np.array([demand.kind == VISITS for demand in scenario.demand.values()])
    is_looked_at = np.array([name in names for name in scenario.demand])
    is_client, is_type = has_visits[courses.demand_type], is_looked_at[courses.demand_type]
    members = np.flatnonzero(is_type & _comes(courses, is_client, days))
    place = np.full(len(is_type), NONE, np.int64)
    place[members] = np.arange(len(members))
    return Cohort(days, is_client, is_type & ~is_client, members, place)


def _comes(courses: Courses, is_client: Mask, days: Days) -> Mask:
    has_come = (courses.arrival_s != NONE) & (courses.arrival_s < days.to_s)
    is_gone = (courses.end_s != NONE) & (courses.end_s < days.from_s)
    is_here = np.where(is_client, ~is_gone, courses.arrival_s >= days.from_s)
    return np.asarray(has_come & is_here)
