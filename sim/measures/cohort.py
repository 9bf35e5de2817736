"""Who is looked at, and which rows of the ledger are theirs."""

from typing import NamedTuple, TypeVar

import numpy as np

from sim.eventlog import NONE
from sim.ledger import Courses, EndState, Ledger, Meetings, Shifts, Visits, pick
from sim.ledger.tables import Mask, Whole
from sim.population import VISITS
from sim.scenario import Scenario
from sim.units import DAY_S

AnyDated = TypeVar("AnyDated", Meetings, Visits, Shifts)
AnyOfCitizens = TypeVar("AnyOfCitizens", Meetings, Visits)


class Days(NamedTuple):
    """The days that count, in calendar time: from the one, up to and without the other."""

    from_s: int
    to_s: int


class Cohort(NamedTuple):
    """Who is looked at."""

    days: Days
    """The days that count."""
    is_case: Mask
    """Of each citizen of the run, whether it is a one-off case of one of the types looked at."""
    members: Whole
    """The citizens looked at."""
    place: Whole
    """Of each citizen of the run, the place among the members, or `NONE`."""
    is_client: Mask
    """Of each member, whether there are visits."""

    def courses(self, ledger: Ledger) -> Courses:
        """Return the members' courses, without what becomes of clients after the days."""
        courses = pick(ledger.courses, self.members)
        if not self.is_client.any():
            return courses
        is_later = self.is_client & (courses.end_s >= self.days.to_s)
        return courses._replace(
            end_state=np.where(is_later, np.int8(EndState.OPEN), courses.end_state),
            end_s=np.where(is_later, NONE, courses.end_s),
        )

    def tally_rows(self, ledger: Ledger) -> Whole:
        """List the members' rows of the tallies; of clients, those of open days within the days."""
        rows = ledger.tallies
        from_day, to_day = (ledger.calendar.open_days(at_s // DAY_S) for at_s in self.days)
        is_within = (rows.day == NONE) | ((rows.day >= from_day) & (rows.day < to_day))
        return np.flatnonzero((self.place.take(rows.citizen) != NONE) & is_within)

    def of_clients(self, table: AnyOfCitizens) -> AnyOfCitizens:
        """Return the rows within the days that are about clients among the members."""
        if not self.is_client.any():
            return pick(table, slice(0))
        rows = within(self.days, table)
        is_theirs = np.zeros(len(self.place), np.bool_)
        is_theirs[self.members[self.is_client]] = True
        return pick(rows, is_theirs[rows.citizen])

    def rows_of(self, table: AnyOfCitizens) -> AnyOfCitizens:
        """Return the rows that are about a member."""
        return pick(table, self.place.take(table.citizen) != NONE)


def within(days: Days, table: AnyDated) -> AnyDated:
    """Return the rows within the days: they are in order of time."""
    start, stop = np.searchsorted(table.calendar_s, days)
    return pick(table, slice(start, stop))


def choose_cohort(ledger: Ledger, scenario: Scenario, names: list[str], days: Days) -> Cohort:
    """Choose who is looked at: cases of some demand types that come in these days, and clients."""
    is_client = _has_visits(ledger, scenario)
    comes = np.where(is_client, True, ledger.courses.arrival_s >= days.from_s)
    return _build(ledger, scenario, names, days, comes)


def choose_present(ledger: Ledger, scenario: Scenario, names: list[str], days: Days) -> Cohort:
    """Choose who is there at some time of these days, whenever they came; cases as clients."""
    return _build(ledger, scenario, names, days, np.ones(len(ledger.courses.end_s), np.bool_))


def _build(
    ledger: Ledger, scenario: Scenario, names: list[str], days: Days, is_asked_for: Mask
) -> Cohort:
    """Build a cohort of those who are asked for and there at some time of the days.

    Who came within them as a case is one of them, even where it was turned away at once.
    """
    courses = ledger.courses
    is_client = _has_visits(ledger, scenario)
    is_looked_at = np.array([name in names for name in scenario.demand])
    is_type = is_looked_at.take(courses.demand_type)
    has_come = (courses.arrival_s != NONE) & (courses.arrival_s < days.to_s)
    is_gone = (courses.end_s != NONE) & (courses.end_s < days.from_s)
    members = np.flatnonzero(is_type & has_come & ~is_gone & is_asked_for)
    place = np.full(len(is_type), NONE, np.int64)
    place[members] = np.arange(len(members))
    return Cohort(days, is_type & ~is_client, members, place, is_client[members])


def _has_visits(ledger: Ledger, scenario: Scenario) -> Mask:
    has_visits = np.array([demand.kind == VISITS for demand in scenario.demand.values()])
    return np.asarray(has_visits.take(ledger.courses.demand_type))
