"""A client's months: which faces came, and which of them were new."""

from sim.eventlog import Cause, Event, Job
from sim.journey.months import VisitFace, build_months
from sim.journey.rows import read_rows
from tests.logs import DAY, row
from tests.unit.journey.test_journey import build_run

OPEN_DAYS = 22
"""Thirty calendar days from a Monday on have so many open days."""


def visit(day, staff, kind=Job.VISIT):
    return row(day * DAY, Event.START, staff=staff, pool=0, step=kind, amount=0)


def months_of(*rows, count=2):
    arrival = row(0, Event.ARRIVE, step=1, amount=1800)
    return build_months(read_rows(build_run(arrival, *rows, visits_per_day=[1]), 0), count)


def test_a_face_is_new_once():
    first, second = months_of(visit(0, 7), visit(1, 4), visit(2, 7), visit(OPEN_DAYS, 4))

    assert [day.visits for day in first.days[:3]] == [
        (VisitFace(1, is_new=True),),
        (VisitFace(2, is_new=True),),
        (VisitFace(1, is_new=False),),
    ]
    assert (first.visits, first.faces, first.new_faces) == (3, 2, 2)
    assert (second.visits, second.faces, second.new_faces) == (1, 1, 0)


def test_months_have_thirty_days_from_the_first_contact_on():
    first, second = months_of(visit(0, 7))

    assert (len(first.days), len(second.days)) == (30, 30)
    assert [day.weekday for day in first.days[:8]] == [0, 1, 2, 3, 4, 5, 6, 0]
    assert second.days[0].weekday == 30 % 7


def test_extra_visits_are_visits_and_calls_are_not():
    month, _ = months_of(visit(0, 7, Job.EXTRA_VISIT), visit(1, 8, Job.CALL))

    assert (month.visits, month.faces) == (1, 1)


def test_a_face_known_from_a_call_is_not_new_at_a_visit():
    month, _ = months_of(visit(0, 8, Job.CALL), visit(1, 8))

    assert month.days[1].visits == (VisitFace(1, is_new=False),)


def test_what_was_missed_and_the_calls_about_it_are_counted():
    month, _ = months_of(
        visit(0, 7),
        row(0, Event.VISIT, staff=7, step=2, amount=1800),
        row(1, Event.VISIT, staff=7, step=0, amount=1800),
        row(DAY, Event.CONTACT_IN, cause=Cause.CAPTURE),
        row(DAY, Event.CONTACT_IN, cause=Cause.VALUE),
    )

    assert (month.missed, month.calls) == (1, 1)
