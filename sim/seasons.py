"""When more or less comes than on a mean day: weekdays, months, and shocks. The same in any design.

Day 0 of a run is 1 January, a Monday: see `sim.holidays`.
"""

import numpy as np
from numpy.typing import NDArray

from sim.calendar import CYCLE_DAYS, WEEK_DAYS
from sim.holidays import FIRST_DAY
from sim.opening_hours import build_calendar
from sim.scenario import Demand, Scenario

MONTHS = 12
Days = NDArray[np.int64]
Factors = NDArray[np.float64]


def factor_arrivals(scenario: Scenario, demand_type: str, open_days: Days) -> Factors:
    """Return how many times the mean number comes on each of some open days, shape (days,).

    Weights of weekdays and months keep the mean of open days over the years; shocks do not.
    """
    demand, calendar = scenario.demand[demand_type], build_calendar(scenario)
    days = calendar.array_calendar_days(open_days)
    factors = _factor_shocks(scenario, "demand", demand_type, days)
    if demand.by_weekday or demand.by_month:
        every = np.arange(calendar.open_days(CYCLE_DAYS), dtype=np.int64)
        mean = _weigh(demand, calendar.array_calendar_days(every)).mean()
        factors = factors * _weigh(demand, days) / mean
    return factors


def _weigh(demand: Demand, days: Days) -> Factors:
    """Return the weight of some calendar days: that of the weekday times that of the month."""
    weights = np.ones(len(days))
    if demand.by_weekday:
        weights *= np.array([weight.value for weight in demand.by_weekday])[days % WEEK_DAYS]
    if demand.by_month:
        dates = np.datetime64(FIRST_DAY) + days
        months = dates.astype("datetime64[M]").astype(np.int64) % MONTHS
        weights *= np.array([weight.value for weight in demand.by_month])[months]
    return weights


def factor_content(scenario: Scenario, demand_type: str, open_days: Days) -> Factors:
    """Return how many times its usual content a need has that comes on each of some open days."""
    days = build_calendar(scenario).array_calendar_days(open_days)
    return _factor_shocks(scenario, "content", demand_type, days)


def _factor_shocks(scenario: Scenario, what: str, demand_type: str, days: Days) -> Factors:
    factors = np.ones(len(days))
    for shock in scenario.shock:
        if shock.what == what and shock.demand_type in (None, demand_type):
            since = days - shock.from_day.value
            is_on = (since >= 0) & (since < shock.days.value)
            factors = np.where(is_on, factors * shock.factor.value, factors)
    return factors
