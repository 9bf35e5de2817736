"""The opening hours and holidays of a scenario as a calendar."""

from sim.calendar import WEEK_DAYS, Calendar
from sim.holidays import list_holidays
from sim.scenario import Scenario
from sim.units import HOUR_S


def build_calendar(scenario: Scenario) -> Calendar:
    """Return when a service is open."""
    hours = scenario.calendar
    days_per_week = int(hours.days_per_week.value)
    holidays = list_holidays(hours.holidays)
    return Calendar(
        days_per_week,
        round(hours.opens_hour.value * HOUR_S),
        round(hours.hours_per_day.value * HOUR_S),
        tuple(day for day in holidays if day % WEEK_DAYS < days_per_week),
    )
