"""Telling a journey: each step of a case, or a client's visits week by week."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sim.calendar import WEEK_DAYS
from sim.eventlog import NONE, Event, Job, read_calendar_s
from sim.experiment import Run
from sim.journey.rows import JourneyRow, read_rows
from sim.journey.sentences import put_in_words
from sim.message import Message
from sim.units import DAY_S
from sim.words import journey as words
from sim.words import say

ENDS = (Event.MET, Event.ABANDON, Event.END)
OPENS = (Event.ARRIVE, Event.RESUME)
SINGLY = (Event.ARRIVE, Event.CAPTURE, Event.CONTACT_OUT, Event.ABANDON, Event.END)
"""Events that are told one by one, even of a client."""


class Step(NamedTuple):
    """One thing that happened to a citizen.

    Attributes
    ----------
    day
        Days since the day of the first contact, which is day 0.
    when
        Day and time in words.
    what
        What happened, in a sentence.
    staff
        Who did it: number of a member of staff; `None` where nobody in particular did.
    attempt
        Which attempt at the need, from 1; `None` where it is about a whole week.
    """

    day: int
    when: str
    what: str
    staff: int | None
    attempt: int | None


def tell_journey(run: Run, citizen: int) -> list[Step]:
    """Tell what one citizen lived through, in plain words, from the log alone.

    It is told in the language that is spoken.

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
    return tell_rows(run, read_rows(run, citizen))


def tell_rows(run: Run, rows: list[JourneyRow]) -> list[Step]:
    """Tell what the rows about one citizen say; see `tell_journey`."""
    if not rows:
        return []
    steps = _tell_client(rows) if rows[0].is_client else _tell_case(rows)
    return steps if not _is_open(rows) else [*steps, _tell_end(run, rows)]


def _is_open(rows: list[JourneyRow]) -> bool:
    last = next(row.kind for row in reversed(rows) if row.kind in (*ENDS, *OPENS))
    return last in OPENS


def _tell_end(run: Run, rows: list[JourneyRow]) -> Step:
    last_s = int(read_calendar_s(run.log, run.calendar)[-1])
    what = say(words.STILL_CLIENT if rows[0].is_client else words.STILL_OPEN)
    return _build_step(last_s, rows[0].calendar_s, what, NONE, rows[-1].attempt)


def _build_step(calendar_s: int, arrival_s: int, what: str, staff: int, attempt: int) -> Step:
    """Build a step from two calendar times and what the log holds."""
    day, second = divmod(calendar_s, DAY_S)
    since = day - arrival_s // DAY_S
    when = words.write_moment(since, day % WEEK_DAYS, second)
    return Step(since, when, what, staff if staff != NONE else None, attempt)


def _tell_case(rows: list[JourneyRow]) -> list[Step]:
    arrival_s = rows[0].calendar_s
    return [step for step, _ in _tell_singly(_leave_out_arriving_twice(rows), arrival_s)]


def _leave_out_arriving_twice(rows: list[JourneyRow]) -> list[JourneyRow]:
    """Leave out the contact by which a citizen arrives: the arrival is told already."""
    first = next((i for i, row in enumerate(rows) if row.kind == Event.CONTACT_IN), None)
    return [row for i, row in enumerate(rows) if i != first]


def _tell_singly(rows: list[JourneyRow], arrival_s: int) -> Iterator[tuple[Step, JourneyRow]]:
    for row in rows:
        what = put_in_words(row)
        if what is not None:
            yield _build_step(row.calendar_s, arrival_s, what, row.staff, row.attempt), row


def _tell_client(rows: list[JourneyRow]) -> list[Step]:
    """Tell a client's weeks: thousands of visits one by one would tell nothing."""
    arrival_s = rows[0].calendar_s
    known: set[int] = set()
    steps: list[Step] = []
    for week, in_week in groupby(rows, _week_of):
        of_week = list(in_week)
        singly = [*_tell_singly([row for row in of_week if row.kind in SINGLY], arrival_s)]
        ends = [step for step, row in singly if row.kind == Event.END]
        steps += [step for step, row in singly if row.kind != Event.END]
        steps += _digest(week, of_week, arrival_s, known)
        steps += ends
    return steps


def _week_of(row: JourneyRow) -> int:
    return row.calendar_s // (WEEK_DAYS * DAY_S)


def _digest(week: int, rows: list[JourneyRow], arrival_s: int, known: set[int]) -> list[Step]:
    """Tell one week; add its faces to those known."""
    sentences = [*_tell_visits(rows, known), *_tell_missed(rows), *_tell_rest(rows)]
    if not sentences:
        return []
    first_week = arrival_s // (WEEK_DAYS * DAY_S)
    day = max(week * WEEK_DAYS - arrival_s // DAY_S, 0)
    return [Step(day, words.write_week(week - first_week + 1), " ".join(sentences), None, None)]


def _tell_visits(rows: list[JourneyRow], known: set[int]) -> Iterator[str]:
    visits = [row for row in rows if row.kind == Event.START and row.step == Job.VISIT]
    faces = {row.staff for row in visits}
    new = faces - known
    known |= {row.staff for row in rows if row.kind == Event.START}
    if visits:
        sentence = _choose_visits(len(faces), len(new))
        yield say(sentence, visits=len(visits), faces=len(faces), new=len(new))


def _choose_visits(faces: int, new: int) -> Message:
    if faces > 1:
        return words.WEEK_VISITS
    return words.WEEK_VISITS_BY_NEW_ONE if new else words.WEEK_VISITS_BY_KNOWN_ONE


def _tell_missed(rows: list[JourneyRow]) -> Iterator[str]:
    times = [row for row in rows if row.kind == Event.VISIT_TIME and row.staff != NONE]
    made = [row for row in rows if row.kind == Event.VISIT and row.staff != NONE]
    missed = sum(row.step > 0 for row in made)
    nobody = sum(row.kind == Event.MISS for row in rows)
    late = sum(row.kind == Event.LATE_VISIT for row in rows)
    if nobody:
        yield words.tell_nobody(nobody)
    if late:
        yield words.tell_late(late)
    short, long = sum(row.step > 0 for row in times), sum(row.amount > 0 for row in times)
    if missed:
        yield words.tell_missed(missed)
    if short or long:
        yield say(words.WEEK_TIMES, short=short, long=long)


def _tell_rest(rows: list[JourneyRow]) -> Iterator[str]:
    extra = sum(row.kind == Event.START and row.step == Job.EXTRA_VISIT for row in rows)
    calls = sum(row.kind == Event.CONTACT_IN and row.cause > 0 for row in rows)
    if extra:
        yield words.tell_extra(extra)
    if calls:
        yield words.tell_calls(calls)
    if any(row.kind == Event.GROW for row in rows):
        yield say(words.WEEK_GREW)
