import numpy as np
import pytest

from sim.calendar import Calendar
from sim.eventlog import NONE, Event, build_log, read_calendar_s, read_days
from sim.units import DAY_S, HOUR_S

OFFICE = Calendar(days_per_week=5, opens_s=8 * HOUR_S, day_s=8 * HOUR_S)

ROWS = [
    (0, Event.ARRIVE, 0, NONE, NONE, 1, 0, 3_600, NONE),
    (5, Event.ENTER, 0, NONE, 1, 1, 1, 1, NONE),
    (9, Event.ARRIVE, 1, NONE, NONE, 1, 1, 1_800, NONE),
]


def test_a_log_has_one_column_for_each_place_of_a_row():
    log = build_log(ROWS)

    assert [tuple(row) for row in zip(*(c.tolist() for c in log), strict=True)] == ROWS


def test_a_finished_log_cannot_be_written():
    log = build_log(ROWS)

    with pytest.raises(ValueError, match="read-only"):
        log.amount[0] = 1


def test_rows_of_one_kind_keep_their_order():
    arrivals = build_log(ROWS).of_kind(Event.ARRIVE)

    assert arrivals.time_s.tolist() == [0, 9]
    assert arrivals.citizen.tolist() == [0, 1]


def test_rows_are_kept_in_all_columns_alike():
    late = build_log(ROWS).rows(np.array([False, False, True]))

    assert [column.tolist() for column in late] == [[value] for value in ROWS[2]]


def test_a_log_without_events_has_empty_columns():
    log = build_log([])

    assert all(column.shape == (0,) and column.dtype == np.int64 for column in log)


def event(time_s, kind):
    return (time_s, kind, NONE, NONE, NONE, NONE, NONE, 0, NONE)


def test_what_stands_before_the_row_of_a_day_is_of_the_evening_before():
    closing = OFFICE.day_s
    log = build_log(
        [
            event(0, Event.DAY),
            event(closing, Event.FINISH),
            event(closing, Event.DAY),
            event(closing, Event.ARRIVE),
        ]
    )

    assert read_days(log, OFFICE).tolist() == [0, 0, 1, 1]
    hours = [8, 16, 24 + 8, 24 + 8]
    assert read_calendar_s(log, OFFICE).tolist() == [hour * HOUR_S for hour in hours]


def test_a_log_without_days_is_read_by_its_times():
    log = build_log([event(0, Event.ARRIVE), event(OFFICE.day_s, Event.FINISH)])

    assert read_days(log, OFFICE).tolist() == [0, 1]
    assert read_calendar_s(log, OFFICE).tolist() == [8 * HOUR_S, DAY_S + 8 * HOUR_S]
