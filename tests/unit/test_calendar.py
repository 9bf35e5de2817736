import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.calendar import Calendar
from sim.units import DAY_S, HOUR_S

OFFICE = Calendar(days_per_week=5, opens_s=8 * HOUR_S, day_s=8 * HOUR_S)
TIMES = st.integers(0, 400 * DAY_S)


@st.composite
def calendars(draw):
    days_per_week = draw(st.integers(1, 7))
    closed = draw(st.sets(st.integers(0, 500), max_size=40))
    holidays = tuple(sorted(day for day in closed if day % 7 < days_per_week))
    opens, length = draw(st.integers(0, DAY_S - 1)), draw(st.integers(1, DAY_S))
    return Calendar(days_per_week, opens, length, holidays)


def test_service_starts_when_it_first_opens():
    assert OFFICE.calendar_s(0) == 8 * HOUR_S


def test_a_closing_time_counts_as_the_next_opening():
    friday_closing = 5 * OFFICE.day_s

    assert OFFICE.calendar_s(friday_closing) == 7 * DAY_S + 8 * HOUR_S


def test_a_closing_time_on_the_day_that_it_closes_is_in_the_evening():
    friday_closing = 5 * OFFICE.day_s

    assert OFFICE.on_day(4, friday_closing) == 4 * DAY_S + 16 * HOUR_S
    assert OFFICE.on_day(5, friday_closing) == OFFICE.calendar_s(friday_closing)


@pytest.mark.parametrize(
    ("calendar_s", "service_s"),
    [
        (0, 0),
        (9 * HOUR_S, HOUR_S),
        (20 * HOUR_S, 8 * HOUR_S),
        (5 * DAY_S + 12 * HOUR_S, 40 * HOUR_S),
        (7 * DAY_S + 9 * HOUR_S, 41 * HOUR_S),
    ],
)
def test_service_time_stands_still_while_closed(calendar_s, service_s):
    assert OFFICE.service_s(calendar_s) == service_s


def test_a_delay_runs_over_the_weekend():
    friday_noon = 4 * OFFICE.day_s + 4 * HOUR_S

    noon_s = OFFICE.calendar_s(friday_noon)
    assert OFFICE.service_s(noon_s + 3 * DAY_S) == 5 * OFFICE.day_s + 4 * HOUR_S
    assert OFFICE.service_s(noon_s + DAY_S) == 5 * OFFICE.day_s


@given(calendars(), TIMES)
def test_there_and_back_is_the_same_service_time(calendar, service_s):
    assert calendar.service_s(calendar.calendar_s(service_s)) == service_s


@given(calendars(), st.integers(0, 400))
def test_what_is_due_from_the_evening_on_is_due_at_the_next_opening(calendar, day):
    closing = (day + 1) * calendar.day_s

    assert calendar.service_s(calendar.on_day(day, closing)) == closing


@given(calendars(), TIMES, TIMES)
def test_both_clocks_run_forward(calendar, one, other):
    early, late = sorted((one, other))

    assert calendar.service_s(early) <= calendar.service_s(late)
    assert calendar.calendar_s(late) - calendar.calendar_s(early) >= late - early


@given(calendars(), TIMES, st.integers(0, 60 * DAY_S))
def test_a_delay_never_ends_before_it_begins(calendar, service_s, delay_s):
    begins_s = calendar.calendar_s(service_s)

    assert calendar.service_s(begins_s + delay_s) >= service_s


@given(calendars(), st.integers(0, 400))
def test_open_days_are_those_that_service_time_has_passed(calendar, days):
    opens_s = days * DAY_S + calendar.opens_s
    assert calendar.open_days(days) * calendar.day_s == calendar.service_s(opens_s)


@given(calendars())
def test_open_days_are_the_calendar_days_on_which_it_opens(calendar):
    opens = [day for day in range(600) if calendar.is_open_day(day)]
    assert [calendar.calendar_day(nth) for nth in range(len(opens))] == opens
    nth = np.arange(len(opens), dtype=np.int64)
    assert calendar.array_calendar_days(nth).tolist() == opens
    assert not {*opens} & {*calendar.holidays}


def test_the_roster_goes_on_through_a_holiday():
    office = OFFICE._replace(holidays=(2, 7))
    assert [office.weekly_day(day) for day in range(6)] == [0, 1, 3, 4, 6, 7]


def test_a_day_that_opens_in_the_morning_lasts_until_the_next_one_does():
    ward = Calendar(5, opens_s=6 * HOUR_S, day_s=24 * HOUR_S)
    assert ward.service_s(DAY_S + 3 * HOUR_S) == 21 * HOUR_S  # Tuesday at 3 is Monday's night
    assert ward.on_day(0, 21 * HOUR_S) == DAY_S + 3 * HOUR_S
    assert ward.is_open(5 * DAY_S + 5 * HOUR_S)  # Saturday at 5 is Friday's night
    assert not ward.is_open(5 * DAY_S + 6 * HOUR_S)
    assert ward.service_s(6 * DAY_S) == 5 * ward.day_s


def test_a_mean_week_has_fewer_open_days_with_holidays():
    assert OFFICE.open_days_per_week == 5
    two_a_year = tuple(day for day in range(12_000) if day % 364 in (2, 100))
    fewer = OFFICE._replace(holidays=two_a_year).open_days_per_week
    assert fewer == pytest.approx(5 - 2 / 52, abs=0.001)


@given(calendars(), st.lists(TIMES, max_size=20))
def test_an_array_is_converted_as_its_elements_are(calendar, times):
    service_s = np.array(times, np.int64)
    converted = calendar.array_on_days(service_s // calendar.day_s, service_s)

    assert converted.dtype == np.int64
    assert converted.tolist() == [calendar.calendar_s(time) for time in times]


@given(calendars(), TIMES)
def test_it_is_open_where_both_clocks_go(calendar, calendar_s):
    goes = calendar.service_s(calendar_s + 1) > calendar.service_s(calendar_s)
    assert calendar.is_open(calendar_s) == goes
