"""The course of each citizen: first and last events, and whom it was about them."""

import numpy as np

from sim.eventlog import KINDS, NONE, Event, EventLog
from sim.ledger.grouping import Grouped
from sim.ledger.tables import Courses, EndState, Whole, build_table
from sim.population import Population

ENDS = {
    Event.ARRIVE: EndState.OPEN,
    Event.MET: EndState.MET,
    Event.END: EndState.MET,
    Event.ABANDON: EndState.UNMET,
    Event.RESUME: EndState.OPEN,
}
"""Events after which a citizen stands elsewhere."""
FORM = 0
"""The step of an arrival by form."""


def read_courses(grouped: Grouped, population: Population) -> Courses:
    """Read what became of each citizen, from the whole log."""
    citizens = len(population.key)
    arrived, closed = grouped.of(Event.ARRIVE), grouped.of(Event.CLOSE)
    met, started = grouped.of(Event.MET), grouped.of(Event.START)
    decided, captured = grouped.of(Event.DECIDE), grouped.of(Event.CAPTURE)
    return build_table(
        Courses,
        population.demand_type,
        population.visits_per_day,
        _first(arrived, arrived.time_s, citizens),
        *_ends(grouped.among(tuple(ENDS)), citizens),
        _first(closed, closed.time_s, citizens),
        _first(closed, closed.amount, citizens),
        # Visits have no attempts: there the column holds open days.
        np.where(population.visits_per_day > 0, 0, _last(started, started.attempt, citizens, 0)),
        _last(met, met.attempt, citizens, 0),
        _last(met, met.step, citizens, 0),
        _last(decided, decided.amount, citizens, NONE),
        *_meetings(started, citizens),
        _last(arrived, arrived.step == FORM, citizens, 0),
        _first(captured, captured.step - captured.amount, citizens),
    )


def _first(rows: EventLog, values: Whole, citizens: int) -> Whole:
    column = np.full(citizens, NONE, np.int64)
    # Of several values for one place NumPy keeps the last: backwards, that is the first.
    column[rows.citizen[::-1]] = values[::-1]
    return column


def _last(rows: EventLog, values: Whole, citizens: int, otherwise: int) -> Whole:
    column = np.full(citizens, otherwise, np.int64)
    column[rows.citizen] = values
    return column


def _ends(rows: EventLog, citizens: int) -> tuple[Whole, Whole]:
    """Return where each citizen stands at the end, and since when if the end is reached."""
    state_after = np.full(KINDS, EndState.OPEN, np.int64)
    state_after[list(ENDS)] = list(ENDS.values())
    state = state_after[rows.kind]
    end_s = np.where(state == EndState.OPEN, NONE, rows.time_s)
    return (
        _last(rows, state, citizens, EndState.OPEN),
        _last(rows, end_s, citizens, NONE),
    )


def _meetings(started: EventLog, citizens: int) -> tuple[Whole, Whole, Whole]:
    """Return how many jobs were begun about each citizen, by how many staff, and the squares."""
    staff = int(started.staff.max(initial=0)) + 1
    pair, times = np.unique(started.citizen * staff + started.staff, return_counts=True)
    citizen = pair // staff
    squares = np.bincount(citizen, times**2, citizens).astype(np.int64)
    return (
        np.bincount(started.citizen, minlength=citizens),
        np.bincount(citizen, minlength=citizens),
        squares,
    )
