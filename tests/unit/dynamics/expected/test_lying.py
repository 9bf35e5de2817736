"""Lying: as long as the calendar has it, moment by moment."""

import numpy as np
import pytest

from sim.calendar import Calendar
from sim.dynamics.expected.lying import STARTS, measure_lying
from sim.units import DAY_S, HOUR_S

CALENDARS = [
    Calendar(days_per_week=5, opens_s=8 * HOUR_S, day_s=8 * HOUR_S),
    Calendar(days_per_week=7, opens_s=6 * HOUR_S, day_s=24 * HOUR_S),
    Calendar(days_per_week=6, opens_s=9 * HOUR_S, day_s=10 * HOUR_S),
]
DELAYS = [0, 2 * HOUR_S + 7, 9 * HOUR_S, DAY_S, 2 * DAY_S + 5 * HOUR_S, 6 * DAY_S, 11 * DAY_S + 1]
TABLE = np.sort(np.resize(DELAYS, 512)).astype(np.int64)


def list_moments(calendar):
    """The moments from which cases lie, each with all delays: calendar times of start and end."""
    open_s = calendar.days_per_week * calendar.day_s
    for start in range(STARTS):
        begins = calendar.calendar_s(round((start + 0.5) / STARTS * open_s))
        for delay in TABLE.tolist():
            yield begins, begins + delay


def last_open_s(calendar, until):
    """The last moment until then at which the service was open."""
    if calendar.is_open(until):
        return until
    opens = calendar.service_s(until)
    return calendar.on_day(opens // calendar.day_s - 1, opens)


@pytest.mark.parametrize("calendar", CALENDARS)
def test_cases_lie_until_the_service_is_open(calendar):
    lying = measure_lying(TABLE, calendar)
    ends = [
        (calendar.calendar_s(calendar.service_s(due)) - begins) / DAY_S
        for begins, due in list_moments(calendar)
    ]
    assert lying.lasts_days == pytest.approx(np.array(ends))


@pytest.mark.parametrize("calendar", CALENDARS)
def test_what_is_known_comes_while_it_was_open(calendar):
    lying = measure_lying(TABLE, calendar)
    known = [
        max(last_open_s(calendar, due) - begins, 0) / DAY_S
        for begins, due in list_moments(calendar)
    ]
    assert lying.known_days == pytest.approx(np.array(known))


def test_spans_stand_for_all():
    lying = measure_lying(TABLE, CALENDARS[0])
    spans, weight = lying.weigh()

    assert weight.sum() == pytest.approx(1)
    assert spans @ weight == pytest.approx(lying.lasts_days.mean())
    assert (np.diff(spans) >= 0).all()


def test_a_table_of_quantiles_is_taken_by_means_of_neighbours():
    table = np.repeat(TABLE, 8)

    assert measure_lying(table, CALENDARS[0]) is measure_lying(TABLE, CALENDARS[0])


def test_holidays_are_left_out():
    holidays = CALENDARS[0]._replace(holidays=(1, 2))

    assert measure_lying(TABLE, holidays) is measure_lying(TABLE, CALENDARS[0])
