"""Telling a journey: each step of a case, or a client's visits week by week."""

from sim.eventlog import NONE, Event
from sim.experiment import Run
from sim.journey import words
from sim.journey.digest import digest_weeks
from sim.journey.read import read_rows
from sim.journey.rows import Row, put_in_words
from sim.journey.step import Step, build_step

ENDS = (Event.MET, Event.ABANDON, Event.END)
OPENS = (Event.ARRIVE, Event.RESUME)


def tell_journey(run: Run, citizen: int) -> list[Step]:
    """Tell what one citizen lived through, in plain words, from the log alone.

    Parameters
    ----------
    run
        The run.
    citizen
        Number of the citizen in the log, from 0, in the order of arrival.

    Raises
    ------
    RunError
        If there is no such citizen.
    """
    rows = read_rows(run, citizen)
    if not rows:
        return []
    steps = digest_weeks(rows) if rows[0].is_client else _tell_case(rows)
    return steps if not _is_open(rows) else [*steps, _tell_end(run, rows)]


def _tell_case(rows: list[Row]) -> list[Step]:
    arrival_s = rows[0].calendar_s
    told = ((row, put_in_words(row)) for row in _leave_out_arriving_twice(rows))
    return [
        build_step(row.calendar_s, arrival_s, what, row.staff, row.attempt)
        for row, what in told
        if what is not None
    ]


def _leave_out_arriving_twice(rows: list[Row]) -> list[Row]:
    """Leave out the contact by which a citizen arrives: the arrival is told already."""
    first = next((i for i, row in enumerate(rows) if row.kind == Event.CONTACT_IN), None)
    return [row for i, row in enumerate(rows) if i != first]


def _is_open(rows: list[Row]) -> bool:
    last = next(row.kind for row in reversed(rows) if row.kind in (*ENDS, *OPENS))
    return last in OPENS


def _tell_end(run: Run, rows: list[Row]) -> Step:
    last_s = int(run.calendar.calendar_array(run.log.time_s[-1:])[0])
    what = words.STILL_CLIENT if rows[0].is_client else words.STILL_OPEN
    return build_step(last_s, rows[0].calendar_s, what, NONE, rows[-1].attempt)
