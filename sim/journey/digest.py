"""A client's visits week by week: thousands of them one by one would tell nothing."""

from collections.abc import Iterator
from itertools import groupby

from sim.calendar import WEEK_DAYS
from sim.eventlog import Event, Job
from sim.journey import words
from sim.journey.rows import Row, put_in_words
from sim.journey.step import Step, build_step
from sim.units import DAY_S

SINGLY = (Event.ARRIVE, Event.CAPTURE, Event.CONTACT_OUT, Event.ABANDON, Event.END)
"""Events that are told one by one, even of a client."""


def digest_weeks(rows: list[Row]) -> list[Step]:
    """Tell a client's weeks.

    Parameters
    ----------
    rows
        All rows about the client, in their order.
    """
    arrival_s = rows[0].calendar_s
    known: set[int] = set()
    steps: list[Step] = []
    for week, in_week in groupby(rows, _week_of):
        of_week = list(in_week)
        singly = list(_tell_singly(of_week, arrival_s))
        ends = [step for step, row in singly if row.kind == Event.END]
        steps += [step for step, row in singly if row.kind != Event.END]
        steps += _digest(week, of_week, arrival_s, known)
        steps += ends
    return steps


def _week_of(row: Row) -> int:
    return row.calendar_s // (WEEK_DAYS * DAY_S)


def _tell_singly(rows: list[Row], arrival_s: int) -> Iterator[tuple[Step, Row]]:
    for row in rows:
        what = put_in_words(row) if row.kind in SINGLY else None
        if what is not None:
            yield build_step(row.calendar_s, arrival_s, what, row.staff, row.attempt), row


def _digest(week: int, rows: list[Row], arrival_s: int, known: set[int]) -> list[Step]:
    """Tell one week; add its faces to those known."""
    sentences = [
        *_tell_visits(rows, known),
        *_tell_missed(rows),
        *_tell_rest(rows),
    ]
    if not sentences:
        return []
    first_week = arrival_s // (WEEK_DAYS * DAY_S)
    when = words.WHEN_WEEK.format(week=week - first_week + 1)
    day = max(week * WEEK_DAYS - arrival_s // DAY_S, 0)
    return [Step(day, when, " ".join(sentences), None, None)]


def _tell_visits(rows: list[Row], known: set[int]) -> Iterator[str]:
    visits = [row for row in rows if row.kind == Event.START and row.step == Job.VISIT]
    faces = {row.staff for row in visits}
    new = faces - known
    known |= {row.staff for row in rows if row.kind == Event.START}
    if visits:
        sentence = _choose_visits(len(faces), len(new))
        yield sentence.format(visits=len(visits), faces=len(faces), new=len(new))


def _choose_visits(faces: int, new: int) -> str:
    if faces > 1:
        return words.WEEK_VISITS
    return words.WEEK_VISITS_BY_NEW_ONE if new else words.WEEK_VISITS_BY_KNOWN_ONE


def _tell_missed(rows: list[Row]) -> Iterator[str]:
    times = [row for row in rows if row.kind == Event.VISIT_TIME]
    missed = sum(row.step > 0 for row in rows if row.kind == Event.VISIT)
    short, long = sum(row.step > 0 for row in times), sum(row.amount > 0 for row in times)
    if missed:
        sentence = words.WEEK_MISSED_ONE if missed == 1 else words.WEEK_MISSED_MANY
        yield sentence.format(missed=missed)
    if short or long:
        yield words.WEEK_TIMES.format(short=short, long=long)


def _tell_rest(rows: list[Row]) -> Iterator[str]:
    extra = sum(row.kind == Event.START and row.step == Job.EXTRA_VISIT for row in rows)
    calls = sum(row.kind == Event.CONTACT_IN and row.cause > 0 for row in rows)
    if extra:
        sentence = words.WEEK_EXTRA_ONE if extra == 1 else words.WEEK_EXTRA_MANY
        yield sentence.format(extra=extra)
    if calls:
        sentence = words.WEEK_CALLS_ONE if calls == 1 else words.WEEK_CALLS_MANY
        yield sentence.format(calls=calls)
    if any(row.kind == Event.GROW for row in rows):
        yield words.WEEK_GREW
