"""Folding a log into a ledger."""

from typing import NamedTuple

import numpy as np

from sim.calendar import Calendar
from sim.eventlog import Event, EventLog
from sim.ledger.courses import read_courses
from sim.ledger.grouping import Grouped, group
from sim.ledger.tables import (
    Contacts,
    Courses,
    Jobs,
    Meetings,
    Openings,
    Outbound,
    Queues,
    Shifts,
    Tallies,
    Visits,
    Waits,
    Whole,
    freeze,
)
from sim.ledger.tallies import tally_grouped
from sim.population import Population

CHANGES = (
    (Event.ARRIVE, 1),
    (Event.RESUME, 1),
    (Event.MET, -1),
    (Event.ABANDON, -1),
    (Event.END, -1),
)
"""How many open needs more or less there are after an event."""


class Ledger(NamedTuple):
    """A log, folded: what became of each citizen, what adds up for each, and what happened when."""

    log: EventLog
    calendar: Calendar
    courses: Courses
    tallies: Tallies
    contacts: Contacts
    outbound: Outbound
    meetings: Meetings
    visits: Visits
    jobs: Jobs
    shifts: Shifts
    openings: Openings
    queues: Queues
    waits: Waits


def build_ledger(log: EventLog, population: Population, calendar: Calendar) -> Ledger:
    """Fold a log into a ledger.

    Parameters
    ----------
    log
        What an engine put out.
    population
        The citizens of the run, in the order of their numbers in the log.
    calendar
        The service's opening hours.
    """
    grouped = group(log)
    return Ledger(
        log=log,
        calendar=calendar,
        courses=read_courses(grouped, population, calendar),
        tallies=tally_grouped(grouped, len(population.key)),
        contacts=_contacts(grouped.of(Event.CONTACT_IN), calendar),
        outbound=_outbound(grouped.of(Event.CONTACT_OUT), calendar),
        meetings=_meetings(grouped.of(Event.START), calendar),
        visits=_visits(grouped, calendar),
        jobs=_jobs(grouped.of(Event.FINISH)),
        shifts=_shifts(grouped, calendar),
        openings=_openings(grouped, calendar),
        queues=_queues(log),
        waits=_waits(grouped.of(Event.START)),
    )


def _contacts(rows: EventLog, calendar: Calendar) -> Contacts:
    calendar_s = calendar.calendar_array(rows.time_s)
    return freeze(Contacts(rows.citizen, calendar_s, rows.cause, rows.step, rows.amount))


def _outbound(rows: EventLog, calendar: Calendar) -> Outbound:
    return freeze(Outbound(rows.citizen, calendar.calendar_array(rows.time_s), rows.step))


def _meetings(rows: EventLog, calendar: Calendar) -> Meetings:
    calendar_s = calendar.calendar_array(rows.time_s)
    return freeze(Meetings(rows.citizen, rows.staff, calendar_s, rows.step))


def _visits(grouped: Grouped, calendar: Calendar) -> Visits:
    """Join the two rows of each visit: they come in the same order."""
    visit, spent = grouped.of(Event.VISIT), grouped.of(Event.VISIT_TIME)
    calendar_s = calendar.calendar_array(visit.time_s)
    return freeze(
        Visits(
            visit.citizen,
            visit.staff,
            calendar_s,
            visit.step,
            visit.amount,
            spent.step,
            spent.amount,
        )
    )


def _jobs(rows: EventLog) -> Jobs:
    return freeze(Jobs(rows.citizen, rows.staff, rows.time_s, rows.amount))


def _shifts(grouped: Grouped, calendar: Calendar) -> Shifts:
    worked, missed = grouped.of(Event.PRESENT), grouped.of(Event.ABSENT)
    is_absent = np.repeat(np.array([0, 1], np.int64), [len(worked.staff), len(missed.staff)])
    staff, time_s, seconds, is_temp = (
        np.concatenate([getattr(worked, column), getattr(missed, column)])
        for column in ("staff", "time_s", "amount", "step")
    )
    return freeze(Shifts(staff, calendar.calendar_array(time_s), seconds, is_temp, is_absent))


def _openings(grouped: Grouped, calendar: Calendar) -> Openings:
    """List the changes in their order."""
    parts = [(grouped.of(kind), change) for kind, change in CHANGES]
    order = np.argsort(np.concatenate([grouped.rows_of(kind) for kind, _ in CHANGES]))
    citizen: Whole = np.concatenate([rows.citizen for rows, _ in parts])[order]
    time_s: Whole = np.concatenate([rows.time_s for rows, _ in parts])[order]
    change = np.repeat([c for _, c in parts], [len(rows.citizen) for rows, _ in parts])[order]
    return freeze(Openings(citizen, calendar.calendar_array(time_s), change))


def _queues(log: EventLog) -> Queues:
    rows = log.rows((log.kind == Event.ENTER) | (log.kind == Event.LEAVE))
    return freeze(Queues(rows.time_s, rows.pool, rows.amount))


def _waits(rows: EventLog) -> Waits:
    return freeze(Waits(rows.time_s, rows.pool, rows.amount))
