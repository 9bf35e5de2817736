from datetime import date, timedelta

import numpy as np
import pytest

from sim.calendar import Calendar
from sim.holidays import FIRST_DAY, YEARS, list_holidays
from sim.opening_hours import build_calendar
from tests.builders import build_scenario

# From the almanacs of the two countries, with the eves that offices are closed on; Saturdays and
# Sundays are among them.
OF_2024 = {
    "sweden": "01-01 01-06 03-29 03-31 04-01 05-01 05-09 05-19 06-06 06-21 06-22 11-02 12-24 12-25 "
    "12-26 12-31",
    "denmark": "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 06-05 12-24 12-25 12-26 12-31",
}
OF_2025 = {
    "sweden": "01-01 01-06 04-18 04-20 04-21 05-01 05-29 06-06 06-08 06-20 06-21 11-01 12-24 12-25 "
    "12-26 12-31",
    "denmark": "01-01 04-17 04-18 04-20 04-21 05-29 06-05 06-08 06-09 12-24 12-25 12-26 12-31",
}


def of_year(country, year):
    days = [FIRST_DAY + timedelta(day) for day in list_holidays(country)]
    return " ".join(day.strftime("%m-%d") for day in days if day.year == year)


@pytest.mark.parametrize("country", OF_2024)
def test_the_holidays_of_a_year_are_those_of_the_almanac(country):
    assert of_year(country, 2024) == OF_2024[country]
    assert of_year(country, 2025) == OF_2025[country]


def test_a_run_begins_on_a_monday_which_is_new_years_day():
    assert (FIRST_DAY.weekday(), FIRST_DAY.month, FIRST_DAY.day) == (0, 1, 1)
    assert list_holidays("sweden")[0] == list_holidays("denmark")[0] == 0


def test_there_are_holidays_for_as_long_as_any_run_lasts():
    last = FIRST_DAY + timedelta(list_holidays("denmark")[-1])
    assert last == date(YEARS[-1], 12, 31)
    assert (last - FIRST_DAY).days > 32_767


@pytest.mark.parametrize("country", OF_2024)
def test_an_office_is_open_on_about_251_days_a_year(country):
    office = build_calendar(build_scenario(f"calendar.holidays={country}"))
    assert office.open_days_per_week * 365.25 / 7 == pytest.approx(251.4, abs=0.4)
    of_years = np.diff([office.open_days((date(y, 1, 1) - FIRST_DAY).days) for y in YEARS])
    assert of_years.min() >= 248
    assert of_years.max() <= 255


def test_holidays_on_a_closed_weekday_close_nothing():
    office = build_calendar(build_scenario("calendar.holidays=sweden"))
    assert all(day % 7 < 5 for day in office.holidays)
    assert build_calendar(build_scenario()) == Calendar(*office[:3])
