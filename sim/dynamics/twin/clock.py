"""Opening hours and the hours of calls, as tables that equations look up by the day and the hour.

Time is counted in days from the opening of the first Monday on, so that the service is open in the
first part of each open day.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.calendar import WEEK_DAYS
from sim.dynamics.twin.parts import Parts
from sim.opening_hours import build_calendar
from sim.scenario import Scenario
from sim.seasons import factor_arrivals
from sim.units import DAY_S

STEPS = 256
"""Steps a day."""
SLOTS = 96
"""A quarter of an hour each."""
STEP = 1 / STEPS
LEAST_DAYS = 14
"""Tables are of two weeks at least, so that it can be seen whether weeks are alike."""


class Hours(NamedTuple):
    """The hours of a day in steps.

    Attributes
    ----------
    profile
        How many times the mean of a day comes in each slot, shape (slots,); by steps it sums to 1.
    hazard
        How fast those who wait for their time of the day come, a day.
    """

    profile: NDArray[np.float64]
    hazard: NDArray[np.float64]


def measure_hours(blueprint: Blueprint) -> Hours:
    """Return when people call on an open day: by the profile, or evenly."""
    citizens, day_s = blueprint.citizens, blueprint.calendar.day_s
    slot_of_step = np.arange(STEPS) * SLOTS // STEPS
    is_open = np.arange(STEPS) < round(day_s / DAY_S * STEPS)
    if citizens.has_call_times:
        places = (citizens.call_time_s * SLOTS / DAY_S).astype(np.int64)
        weight = np.bincount(places, minlength=SLOTS)[slot_of_step] * is_open
    else:
        weight = is_open.astype(np.float64)
    steps = weight / weight.sum()
    left = 1 - np.concatenate(([0.0], np.cumsum(steps)[:-1]))
    hazard = np.where(left > 1e-9, steps / np.maximum(left, 1e-9), 1.0) * is_open
    profile = np.bincount(slot_of_step, steps * STEPS, SLOTS) / np.bincount(slot_of_step)
    rates = np.bincount(slot_of_step, hazard * STEPS, SLOTS) / np.bincount(slot_of_step)
    total = (profile[slot_of_step] * is_open).sum() / STEPS
    return Hours(profile / total, np.minimum(rates, STEPS))


def add_clock(parts: Parts, scenario: Scenario, blueprint: Blueprint, days: int) -> None:
    """Add the equations of the clock, and of what comes by it."""
    calendar, hours = blueprint.calendar, measure_hours(blueprint)
    days = max(days, LEAST_DAYS)
    slots, of_slot = range(SLOTS), f"whole(mod(time, 1) * {SLOTS})"
    parts.table("open_day", *_by_day(_open_days(blueprint, days)), "dmnl")
    is_open = f"where(mod(time, 1) < {calendar.day_s / DAY_S!r}, open_day, 0)"
    parts.say("open", is_open, "dmnl", "1 while the service is open")
    parts.say("closed", "1 - open", "dmnl", "1 while it is not")
    parts.table("need_today", *_by_day(_arrivals(scenario, days)), "cases")
    parts.table("call_profile", of_slot, slots, hours.profile.tolist(), "1/day")
    parts.table("call_hazard", of_slot, slots, hours.hazard.tolist(), "1/day")
    parts.say("comes_due", "open * call_hazard", "1/day", "when who waited for it calls")


def _open_days(blueprint: Blueprint, days: int) -> NDArray[np.float64]:
    calendar = blueprint.calendar
    return np.array([float(calendar.is_open_day(day)) for day in range(days + 1)])


def _arrivals(scenario: Scenario, days: int) -> NDArray[np.float64]:
    """Return how many cases come on each calendar day, at a mean."""
    calendar = build_calendar(scenario)
    open_days = np.arange(calendar.open_days(days + 1), dtype=np.int64)
    numbers = np.zeros(days + 1)
    for name, demand in scenario.demand.items():
        comes = demand.arrivals_per_day.value * factor_arrivals(scenario, name, open_days)
        numbers[calendar.array_calendar_days(open_days)] += comes
    return numbers


def _by_day(values: NDArray[np.float64]) -> tuple[str, tuple[float, ...], tuple[float, ...]]:
    """Return a table by day: of a week, where all weeks are alike."""
    weeks = len(values) // WEEK_DAYS
    alike = values[: weeks * WEEK_DAYS].reshape(weeks, WEEK_DAYS)
    if (alike == alike[0]).all():
        days, of, values = WEEK_DAYS, f"mod(whole(time), {WEEK_DAYS})", alike[0]
    else:
        days, of = len(values), "whole(time)"
    return of, tuple(float(day) for day in range(days)), tuple(values.tolist())
