"""Folding a log into a ledger."""

import numpy as np

from sim.calendar import Calendar
from sim.eventlog import Event, EventLog
from sim.ledger.busy import read_busy_time
from sim.ledger.courses import read_courses
from sim.ledger.grouping import Grouped, group
from sim.ledger.tables import (
    Contacts,
    Ledger,
    Meetings,
    Openings,
    Shifts,
    Visits,
    build_table,
)
from sim.ledger.tallies import tally
from sim.population import Population

CHANGES = {Event.ARRIVE: 1, Event.RESUME: 1, Event.MET: -1, Event.ABANDON: -1, Event.END: -1}
"""How many open needs more or less there are after an event."""


def build_ledger(log: EventLog, population: Population, calendar: Calendar) -> Ledger:
    """Fold a log into a ledger.

    In the log the rows of a finished job stand together, and citizens have their number in the
    population.
    """
    grouped = group(log)
    return Ledger(
        calendar=calendar,
        courses=read_courses(grouped, population, calendar),
        tallies=tally(log, population.visits_per_day > 0, calendar),
        contacts=_contacts(grouped.of(Event.CONTACT_IN), calendar),
        meetings=_meetings(grouped.of(Event.START), calendar),
        visits=_visits(grouped, calendar),
        shifts=_shifts(grouped.among((Event.PRESENT, Event.ABSENT)), calendar),
        openings=_openings(grouped.among(tuple(CHANGES)), calendar),
        busy=read_busy_time(grouped.of(Event.FINISH), calendar.day_s),
    )


def _contacts(rows: EventLog, calendar: Calendar) -> Contacts:
    calendar_s = calendar.calendar_array(rows.time_s)
    return build_table(Contacts, rows.citizen, calendar_s, rows.cause, rows.step, rows.amount)


def _meetings(rows: EventLog, calendar: Calendar) -> Meetings:
    calendar_s = calendar.calendar_array(rows.time_s)
    return build_table(Meetings, rows.citizen, rows.staff, calendar_s, rows.step)


def _visits(grouped: Grouped, calendar: Calendar) -> Visits:
    """Join the two rows of each visit: they come in the same order."""
    visit, spent = grouped.of(Event.VISIT), grouped.of(Event.VISIT_TIME)
    return build_table(
        Visits,
        visit.citizen,
        visit.staff,
        calendar.calendar_array(visit.time_s),
        visit.step,
        visit.amount,
        spent.step,
        spent.amount,
    )


def _shifts(rows: EventLog, calendar: Calendar) -> Shifts:
    calendar_s = calendar.calendar_array(rows.time_s)
    is_absent = (rows.kind == Event.ABSENT).astype(np.int8)
    return build_table(Shifts, rows.staff, rows.pool, calendar_s, rows.amount, rows.step, is_absent)


def _openings(rows: EventLog, calendar: Calendar) -> Openings:
    change = np.zeros(len(Event), np.int8)
    change[list(CHANGES)] = list(CHANGES.values())
    calendar_s = calendar.calendar_array(rows.time_s)
    return build_table(Openings, rows.citizen, calendar_s, change[rows.kind])
