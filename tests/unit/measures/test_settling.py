import pytest

from sim.eventlog import Activity, Event, Job
from sim.measures import measure_all
from tests.logs import DAY, people, row, view_of

E = Event


def test_the_trend_of_the_backlog_is_that_between_halves_of_whole_weeks():
    # Of 30 days the first 14 count, and the last 14: from day 16. One case is open from Monday at
    # 8 on, a second one from Monday the 14th day at 8 on.
    log = (
        row(0, E.ARRIVE, 0, step=0, amount=600),
        row(10 * DAY, E.ARRIVE, 1, step=0, amount=600),
    )
    first_h, second_h = 14 * 24 - 8, 2 * 14 * 24

    reading = measure_all(view_of(*log, days=(0, 30)))["backlog_trend"]

    assert reading.value == pytest.approx(100 * (second_h - first_h) / ((second_h + first_h) / 2))


def test_the_trend_of_the_work_is_of_busy_time():
    def work(day, seconds):
        at_s = day * DAY + seconds
        return (
            row(at_s, E.FINISH, 0, staff=0, pool=0, step=Job.WORK, amount=seconds),
            row(at_s, E.ACTIVITY, 0, staff=0, pool=0, step=Activity.VALUE, amount=seconds),
        )

    log = (row(0, E.ARRIVE, 0, step=0, amount=600), *work(1, 100), *work(12, 300))

    readings = measure_all(view_of(*log, citizens=people((0,))))

    assert readings["work_trend"].value == pytest.approx(100 * (300 - 100) / 200)


def test_too_few_days_have_no_trend():
    readings = measure_all(view_of(row(0, E.ARRIVE, 0, step=0, amount=600), days=(0, 13)))

    assert (
        readings["backlog_trend"].reason == "there are fewer than two weeks in which to see a trend"
    )
    assert readings["work_trend"].value is None
