"""Folding a log into a ledger."""

from collections.abc import Sequence

import numpy as np

from sim.calendar import Calendar
from sim.eventlog import KINDS, Event, EventLog, read_days
from sim.ledger.busy import read_busy_time
from sim.ledger.courses import read_courses
from sim.ledger.grouping import Grouped, group
from sim.ledger.tables import (
    Contacts,
    Ledger,
    Meetings,
    Openings,
    Shifts,
    Tiny,
    Visits,
    Whole,
    build_table,
)
from sim.ledger.tallies import tally
from sim.population import Population

CHANGES = {Event.ARRIVE: 1, Event.RESUME: 1, Event.MET: -1, Event.ABANDON: -1, Event.END: -1}
"""How many open needs more or less there are after an event."""


def build_ledger(
    log: EventLog,
    population: Population,
    calendar: Calendar,
    premiums_ppm: Sequence[Whole] = (),
) -> Ledger:
    """Fold a log into a ledger. The folds are handed calendar times in place of service times.

    Parameters
    ----------
    log
        The whole log, in which the rows of a finished job stand together.
    population
        The citizens, who have their number in the log.
    calendar
        The opening hours.
    premiums_ppm
        What an hour costs in each pool beyond the service's rate, for each design that the run has
        in turn; nothing if not given.
    """
    day = read_days(log, calendar)
    told = log._replace(time_s=calendar.array_on_days(day, log.time_s))
    grouped = group(told)
    return Ledger(
        calendar=calendar,
        courses=read_courses(grouped, population),
        tallies=tally(told, day, population.visits_per_day > 0, premiums_ppm),
        contacts=_contacts(grouped.of(Event.CONTACT_IN)),
        meetings=_meetings(grouped.of(Event.START)),
        visits=_visits(grouped),
        shifts=_shifts(grouped.among((Event.PRESENT, Event.ABSENT, Event.OVERTIME))),
        openings=_openings(grouped.among(tuple(CHANGES))),
        busy=read_busy_time(log, day),
    )


def _contacts(rows: EventLog) -> Contacts:
    return build_table(Contacts, rows.citizen, rows.time_s, rows.cause, rows.step, rows.amount)


def _meetings(rows: EventLog) -> Meetings:
    return build_table(Meetings, rows.citizen, rows.staff, rows.time_s, rows.step)


def _visits(grouped: Grouped) -> Visits:
    """Join the two rows of each visit: they come in the same order."""
    visit, spent = grouped.of(Event.VISIT), grouped.of(Event.VISIT_TIME)
    return build_table(
        Visits,
        visit.citizen,
        visit.staff,
        visit.time_s,
        visit.step,
        visit.amount,
        spent.step,
        spent.amount,
    )


def _shifts(rows: EventLog) -> Shifts:
    return build_table(
        Shifts,
        rows.staff,
        rows.pool,
        rows.time_s,
        rows.amount,
        rows.step,
        _is(rows, Event.ABSENT),
        _is(rows, Event.OVERTIME),
    )


def _is(rows: EventLog, kind: Event) -> Tiny:
    return np.asarray(rows.kind == kind, np.int8)


def _openings(rows: EventLog) -> Openings:
    change = np.zeros(KINDS, np.int8)
    change[list(CHANGES)] = list(CHANGES.values())
    return build_table(Openings, rows.citizen, rows.time_s, change[rows.kind])
