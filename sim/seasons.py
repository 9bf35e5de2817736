"""When more or less comes than on a mean day: weekdays, months, and shocks. The same in any design.

Day 0 of a run is a Monday, and 1 January as well; a year has 365 days.
"""

import numpy as np
from numpy.typing import NDArray

from sim.calendar import WEEK_DAYS
from sim.scenario import Scenario
from sim.units import YEAR_DAYS

MONTHS = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
"""Days of the months."""
Days = NDArray[np.int64]
Factors = NDArray[np.float64]


def factor_arrivals(scenario: Scenario, demand_type: str, open_days: Days) -> Factors:
    """Return how many times the mean number comes on each of some open days, shape (days,).

    Weights of weekdays and months keep the mean of a week's open days and of a year; shocks do not.
    """
    demand = scenario.demand[demand_type]
    days = _calendar_days(scenario, open_days)
    by_weekday = np.array([weight.value for weight in demand.by_weekday])
    by_month = np.array([weight.value for weight in demand.by_month])
    factors = _factor_shocks(scenario, "demand", demand_type, days)
    if len(by_weekday):
        open_on = int(scenario.calendar.days_per_week.value)
        factors = factors * by_weekday[days % WEEK_DAYS] / by_weekday[:open_on].mean()
    if len(by_month):
        month = np.searchsorted(np.cumsum(MONTHS), days % YEAR_DAYS, side="right")
        factors = factors * by_month[month] / (by_month @ MONTHS / YEAR_DAYS)
    return factors


def factor_content(scenario: Scenario, demand_type: str, open_days: Days) -> Factors:
    """Return how many times its usual content a need has that comes on each of some open days."""
    days = _calendar_days(scenario, open_days)
    return _factor_shocks(scenario, "content", demand_type, days)


def _factor_shocks(scenario: Scenario, what: str, demand_type: str, days: Days) -> Factors:
    factors = np.ones(len(days))
    for shock in scenario.shock:
        if shock.what == what and shock.demand_type in (None, demand_type):
            since = days - shock.from_day.value
            is_on = (since >= 0) & (since < shock.days.value)
            factors = np.where(is_on, factors * shock.factor.value, factors)
    return factors


def _calendar_days(scenario: Scenario, open_days: Days) -> Days:
    """Return the calendar day of each open day; before the first one there is none."""
    week, weekday = np.divmod(open_days, int(scenario.calendar.days_per_week.value))
    return np.where(open_days < 0, -1, week * WEEK_DAYS + weekday)
