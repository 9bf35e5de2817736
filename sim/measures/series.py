"""Series: what a run does from week to week, whoever came when.

A measure tells one number of a cohort. A series tells the whole service's weeks one by one: whether
a backlog grows, when a start has worn off, what comes in waves. Only whole weeks of the days asked
for are told: those after them, in which the last of the cohort are followed, are left out.
"""

from collections.abc import Iterable

import numpy as np

from sim.errors import RunError
from sim.eventlog import NONE, Cause
from sim.ledger import EndState, Ledger
from sim.ledger.tables import Whole
from sim.measures.settling import WEEK_S
from sim.measures.weeks import Series, Values, Weeks, divide, weekly
from sim.message import Message
from sim.population import VISITS
from sim.scenario import Scenario
from sim.scenario.keys import nearest
from sim.units import DAY_S

CONTACTS, CASES, PLANNED = (
    Message("contacts per week"),
    Message("cases per week"),
    Message("visits per week"),
)


@weekly(CONTACTS, Message("Inbound contacts"))
def contacts(weeks: Weeks) -> Values:
    """Inbound contacts in the week."""
    return weeks.count_in(weeks.ledger.contacts.calendar_s)


@weekly(CONTACTS, Message("Failure contacts"))
def failure_contacts(weeks: Weeks) -> Values:
    """Those of them that are failure demand, counted as `failure_demand_share` counts them.

    Without the citizen's own errors, and calls to ask how it goes before the promised day.
    """
    table = weeks.ledger.contacts
    is_patient = (table.cause == Cause.CHASE) & (table.is_late == 0)
    is_excused = (table.cause == Cause.VALUE) | (table.cause == Cause.CITIZEN) | is_patient
    return weeks.count_in(table.calendar_s[~is_excused])


@weekly(CASES, Message("Cases begun"), "case")
def cases_begun(weeks: Weeks) -> Values:
    """One-off cases that begin in the week, or begin again: who had given up comes back."""
    return weeks.count_in(_find_changes(weeks, 1))


@weekly(CASES, Message("Cases ended"), "case")
def cases_ended(weeks: Weeks) -> Values:
    """One-off cases that end in the week: met, given up or turned away for good."""
    return weeks.count_in(_find_changes(weeks, -1))


@weekly(Message("cases"), Message("Cases open"), "case")
def cases_open(weeks: Weeks) -> Values:
    """One-off cases that are open when the week ends."""
    begun, ended = (weeks.count_in(_find_changes(weeks, change)) for change in (1, -1))
    return np.asarray(np.cumsum(begun - ended))


@weekly(Message("days"), Message("End-to-end time of cases met"), "case")
def end_to_end_days_of_met(weeks: Weeks) -> Values:
    """Mean end-to-end time of the one-off cases met in the week; nothing where none is.

    In the first weeks only what takes few days can have been met: no rise there is one of the
    service.
    """
    courses = weeks.ledger.courses
    met = weeks.is_case & (courses.end_state == EndState.MET)
    ends_s, lasted_s = courses.end_s[met], courses.end_s[met] - courses.arrival_s[met]
    return divide(weeks.add_up(ends_s, lasted_s) / DAY_S, weeks.count_in(ends_s))


@weekly(PLANNED, Message("Visits made"), "visits")
def visits_made(weeks: Weeks) -> Values:
    """Planned visits that are made in the week."""
    visits = weeks.ledger.visits
    return weeks.count_in(visits.calendar_s[visits.staff != NONE])


@weekly(PLANNED, Message("Visits missed"), "visits")
def visits_missed(weeks: Weeks) -> Values:
    """Planned visits of the week to which nobody comes."""
    visits = weeks.ledger.visits
    return weeks.count_in(visits.calendar_s[visits.staff == NONE])


@weekly(Message("share"), Message("Utilisation"))
def utilisation(weeks: Weeks) -> Values:
    """Share of the time on shift that staff are busy; nothing where nobody is on shift."""
    shifts, busy = weeks.ledger.shifts, weeks.ledger.busy
    present = shifts.is_absent == 0
    days = weeks.ledger.calendar.array_calendar_days(busy.day.astype(np.int64))
    busy_s = weeks.add_up(days * DAY_S, busy.seconds)
    return divide(busy_s, weeks.add_up(shifts.calendar_s[present], shifts.seconds[present]))


def _find_changes(weeks: Weeks, change: int) -> Whole:
    """Return when one-off cases open (1) or close (-1)."""
    openings = weeks.ledger.openings
    is_theirs = weeks.is_case.take(openings.citizen) & (openings.change == change)
    return np.asarray(openings.calendar_s[is_theirs])


CASE_SERIES = (cases_begun, cases_ended, cases_open, end_to_end_days_of_met)
ALL = (contacts, failure_contacts, *CASE_SERIES, visits_made, visits_missed, utilisation)
SERIES = {one.name: one for one in ALL}
"""All of them by name."""


def find_series(name: str) -> Series:
    """Return the series of a name.

    Raises
    ------
    RunError
        If there is none.
    """
    if name not in SERIES:
        hint = nearest(name, SERIES)
        raise RunError(Message('{key}: found "{name}", {hint}', key="series", name=name, hint=hint))
    return SERIES[name]


def read_series(
    ledger: Ledger, scenario: Scenario, days: int, names: Iterable[str]
) -> dict[str, Values]:
    """Read some series of a run.

    Parameters
    ----------
    ledger, scenario
        The run, and the service that was run.
    days
        Calendar days of arrivals.
    names
        Of the series; one about a kind of demand that the service has not is NaN in every week.
    """
    is_case = np.array([demand.kind != VISITS for demand in scenario.demand.values()])
    kinds = {"case" if yes else "visits" for yes in is_case.tolist()}
    weeks = Weeks(ledger, is_case.take(ledger.courses.demand_type), days * DAY_S // WEEK_S)
    found = [find_series(name) for name in names]
    return {
        one.name: one.function(weeks)
        if one.only is None or one.only in kinds
        else np.full(weeks.count, np.nan)
        for one in found
    }
