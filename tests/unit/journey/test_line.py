"""A case as a line of days: who worked when, what failed, what got lost by its name."""

import pytest

from sim.eventlog import Cause, Event, Job, Reason, Waiting
from sim.journey.line import Closing, build_day_line
from sim.journey.named import Loss, find_losses
from sim.journey.rows import read_rows
from tests.logs import DAY, row
from tests.unit.journey.test_journey import CASE, HOUR, MINUTE, build_run

HOUR_DAYS = 1 / 24
LAST_S = 20 * 86_400


def line_of(*rows):
    return build_day_line(read_rows(build_run(*rows), 0), LAST_S)


def test_faces_are_numbered_as_they_are_met():
    works = line_of(*CASE).works

    assert [work.face for work in works] == [1, 2]
    assert works[0].from_day == pytest.approx(HOUR_DAYS)
    assert works[0].to_day == pytest.approx(HOUR_DAYS + 2 * MINUTE / 86_400)


def test_failure_demand_is_told_from_other_contacts():
    line = line_of(*CASE)

    assert line.failures == pytest.approx((2, 7))
    assert line.contacts == pytest.approx((0, 1 + 600 / 86_400))


def test_a_closing_has_its_day_and_what_the_targets_clock_shows():
    assert line_of(*CASE).closings == (Closing(pytest.approx(2 + 60 / 86_400), 2.0),)


def test_a_case_that_is_met_ends_there():
    line = line_of(*CASE)

    assert (line.is_over, line.is_met) == (True, True)
    assert line.until_day == pytest.approx(7 + 60 / 86_400)


def test_a_case_that_is_open_goes_on_to_the_end_of_the_run():
    line = line_of(*CASE[:-1])

    assert (line.is_over, line.is_met) == (False, False)
    assert line.until_day == pytest.approx(20 - 8 * HOUR_DAYS)


def test_who_gives_up_is_over_and_not_met_unless_they_come_back():
    gone = (*CASE[:-1], row(6 * DAY, Event.ABANDON, amount=HOUR))
    back = (*gone, row(8 * DAY, Event.RESUME, amount=HOUR))

    assert (line_of(*gone).is_over, line_of(*gone).is_met) == (True, False)
    assert line_of(*back).is_over is False


def test_work_that_is_laid_aside_goes_on_with_the_same_face():
    works = line_of(
        CASE[0],
        row(HOUR, Event.START, staff=3, pool=0, step=Job.WORK, amount=0),
        row(2 * HOUR, Event.LAY_ASIDE, staff=3, pool=0, step=Job.WORK, amount=HOUR),
        row(DAY, Event.GO_ON, staff=3, pool=0, step=Job.WORK, amount=HOUR),
        row(DAY + HOUR, Event.FINISH, staff=3, pool=0, step=Job.WORK, amount=2 * HOUR),
    ).works

    assert [work.face for work in works] == [1, 1]
    spans = [(work.from_day * 24, work.to_day * 24) for work in works]
    assert spans == [pytest.approx((1, 2)), pytest.approx((24, 25))]


def rows_of(*rows, names):
    read = read_rows(build_run(*rows), 0)
    return [one._replace(names=names) if one.kind == Event.CAPTURE else one for one in read]


def test_what_never_got_in_and_what_got_lost_have_names():
    rows = rows_of(
        CASE[0],
        row(0, Event.CAPTURE, step=3, amount=2),
        row(DAY, Event.LOSE, amount=1),
        names=("two employers", "part-time", "abroad"),
    )

    first, second = find_losses(rows, {nth: float(nth) for nth in range(len(rows))})

    assert first == Loss(1.0, ("abroad",), 0, is_on_the_way=False)
    assert second == Loss(2.0, ("two employers",), 0, is_on_the_way=True)


def test_what_was_asked_for_and_answered_can_be_lost():
    rows = rows_of(
        CASE[0],
        row(0, Event.CAPTURE, step=1, amount=0),
        row(HOUR, Event.CONTACT_OUT, staff=1, step=Reason.ASK_BY_LETTER, amount=1),
        row(DAY, Event.CONTACT_IN, step=Waiting.CITIZEN, cause=Cause.CAPTURE),
        row(2 * DAY, Event.LOSE, amount=1),
        names=("abroad",),
    )

    losses = list(find_losses(rows, dict.fromkeys(range(len(rows)), 0.0)))

    assert [(loss.names, loss.is_on_the_way) for loss in losses] == [
        (("abroad",), False),
        (("abroad",), True),
    ]


def test_what_has_no_name_is_counted():
    rows = rows_of(
        CASE[0], row(0, Event.CAPTURE, step=4, amount=1), row(1, Event.LOSE, amount=2), names=("a",)
    )

    told = [(loss.names, loss.more) for loss in find_losses(rows, dict.fromkeys(range(3), 0.0))]

    assert told == [((), 3), (("a",), 1)]
