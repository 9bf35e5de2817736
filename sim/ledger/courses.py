"""The course of each citizen: first and last events."""

import numpy as np

from sim.calendar import Calendar
from sim.eventlog import Event, EventLog
from sim.ledger.grouping import Grouped
from sim.ledger.tables import Courses, EndState, Whole, freeze, nothing
from sim.population import Population

ENDS = (
    (Event.ARRIVE, EndState.OPEN),
    (Event.MET, EndState.MET),
    (Event.END, EndState.MET),
    (Event.ABANDON, EndState.UNMET),
    (Event.RESUME, EndState.OPEN),
)
"""Events after which a citizen stands elsewhere."""


def read_courses(grouped: Grouped, population: Population, calendar: Calendar) -> Courses:
    """Read what became of each citizen.

    Parameters
    ----------
    grouped
        The whole log.
    population
        The citizens it is about.
    calendar
        The service's opening hours.
    """
    citizens = len(population.key)
    arrived, closed = grouped.of(Event.ARRIVE), grouped.of(Event.CLOSE)
    met, started = grouped.of(Event.MET), grouped.of(Event.START)
    end_state, end_s = _ends(grouped, citizens, calendar)
    return freeze(
        Courses(
            demand_type=population.demand_type.copy(),
            visits_per_day=population.visits_per_day.copy(),
            arrival_s=_first(arrived, calendar.calendar_array(arrived.time_s), citizens),
            end_state=end_state,
            end_s=end_s,
            first_closed_s=_first(closed, calendar.calendar_array(closed.time_s), citizens),
            reported_s=_first(closed, closed.amount, citizens),
            attempts=_attempts(started, population),
            met_attempt=_last(met, met.attempt, nothing(citizens, 0)),
            is_seen_through=_last(met, met.step, nothing(citizens, 0)),
            granted_ppm=_granted(grouped.of(Event.DECIDE), citizens),
        )
    )


def _first(rows: EventLog, values: Whole, citizens: int) -> Whole:
    column = nothing(citizens)
    # Of several values for one place NumPy keeps the last: backwards, that is the first.
    column[rows.citizen[::-1]] = values[::-1]
    return column


def _last(rows: EventLog, values: Whole, column: Whole) -> Whole:
    column[rows.citizen] = values
    return column


def _attempts(started: EventLog, population: Population) -> Whole:
    """Count attempts: none before the first job; visits have no attempts."""
    attempts = _last(started, started.attempt, nothing(len(population.key), 0))
    return np.where(population.visits_per_day > 0, 0, attempts)


def _granted(decided: EventLog, citizens: int) -> Whole:
    return _last(decided, decided.amount, nothing(citizens))


def _ends(grouped: Grouped, citizens: int, calendar: Calendar) -> tuple[Whole, Whole]:
    """Return where each citizen stands at the end, and since when if the end is reached."""
    parts = [(grouped.rows_of(kind), grouped.of(kind), state) for kind, state in ENDS]
    order = np.argsort(np.concatenate([row for row, _, _ in parts]))
    citizen = np.concatenate([rows.citizen for _, rows, _ in parts])[order]
    time_s = np.concatenate([rows.time_s for _, rows, _ in parts])[order]
    state = np.repeat([state for _, _, state in parts], [len(row) for row, _, _ in parts])[order]
    end_state, end_s = nothing(citizens, EndState.OPEN), nothing(citizens)
    end_state[citizen] = state
    end_s[citizen] = np.where(state == EndState.OPEN, -1, calendar.calendar_array(time_s))
    return end_state, end_s
