"""A log made ready: what every family of figures is read from."""

from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import DAY_US, UNKNOWN, UNKNOWN_US, CaseLog
from sim.own.estimate import Estimate
from sim.own.followed import Followed, follow_cases
from sim.own.local_time import WEEK_DAYS, find_local_us, has_dates_only, week_of, weekday_of
from sim.own.opening import BIN_US, BINS, Opening, find_hours, find_weekdays, is_open_day
from sim.own.steps import find_first_steps, find_staff_steps
from sim.own.waits import Attributed, attribute_waits

Flags = NDArray[np.bool_]
Times = NDArray[np.int64]
NAMED = 0.95
"""Which share of the steps of the staff must name a person, for anything to be said of persons."""
CERTAIN_STEPS = 10
"""Steps of a mean day from which on a day without any is a holiday, not chance (0.005 %)."""
EPOCH = date(1970, 1, 1)


class Seen(NamedTuple):
    """What is seen of a log between two days.

    Attributes
    ----------
    log, followed, attributed
        The log, how far its cases are known, and what ended each wait.
    local_us, day
        Of each step, when it ended by the clocks of its place, and on which day since 1970.
    is_staff
        Whether a person of the staff did it, named or not. Shape (steps,).
    is_within
        Whether it ended between the two days. Shape (steps,).
    is_chosen
        Whether a case begins between the two days and was followed. Shape (cases,).
    arrival_day
        Day on which each case that begins between the two days does so. Shape (arrivals,).
    first_day, last_day
        The two days, since 1970.
    at_work_us
        Local times at which the staff were at work between the two days: ends of steps, and starts
        where they are told.
    opening
        When it is open; with dates alone, round the clock.
    has_dates_only
        Whether the log tells dates alone.
    """

    log: CaseLog
    followed: Followed
    attributed: Attributed
    local_us: Times
    day: Times
    is_staff: Flags
    is_within: Flags
    is_chosen: Flags
    arrival_day: Times
    first_day: int
    last_day: int
    at_work_us: Times
    opening: Opening
    has_dates_only: bool

    @property
    def open_days(self) -> Times:
        """The days between the two on which it is open. Shape (days,)."""
        days = np.arange(self.first_day, self.last_day + 1)
        return days[is_open_day(self.opening, days)]

    def why_no_persons(self) -> Message | None:
        """Say why nothing can be said of persons, if so."""
        persons = self.log.person[self.is_staff & self.is_within]
        if not np.any(persons != UNKNOWN):
            return Message("the file names no person")
        unnamed = float(np.mean(persons == UNKNOWN))
        if unnamed > 1 - NAMED:
            return Message("{share}% of steps of work name nobody", share=round(100 * unnamed))
        return None


def see(log: CaseLog, first: date | None, last: date | None) -> Seen:
    """Make a log ready, of the days from one to another, both included.

    Parameters
    ----------
    log
        At least one case.
    first, last
        Days on which cases begin; none: the first one that the log tells of, and the last.
    """
    local_us = find_local_us(log.end_us, log.zone)
    day, dates_only = local_us // DAY_US, has_dates_only(log.end_us, log.zone)
    begins = day[find_first_steps(log)]
    first_day = int(begins.min()) if first is None else (first - EPOCH).days
    ends_us = find_local_us(np.array([log.ends_us]), log.zone)
    last_day = int(ends_us[0] // DAY_US) if last is None else (last - EPOCH).days
    followed, is_staff = follow_cases(log), find_staff_steps(log)
    is_within = (day >= first_day) & (day <= last_day)
    starts = (begins >= first_day) & (begins <= last_day)
    at_work_us = _list_times_at_work(log, local_us, is_staff & is_within)
    opening = _find_opening(at_work_us, first_day, last_day, dates_only)
    return Seen(
        log,
        followed,
        attribute_waits(log),
        local_us,
        day,
        is_staff,
        is_within,
        starts & followed.is_followed,
        begins[starts],
        first_day,
        last_day,
        at_work_us,
        opening,
        dates_only,
    )


def _list_times_at_work(log: CaseLog, local_us: Times, chosen: Flags) -> Times:
    is_told = chosen & (log.start_us != UNKNOWN_US)
    return np.append(local_us[chosen], find_local_us(log.start_us[is_told], log.zone))


def _find_opening(local_us: Times, first_day: int, last_day: int, dates_only: bool) -> Opening:
    """Find when it is open, from the times at which the staff were at work."""
    day = local_us // DAY_US
    weekdays = find_weekdays(np.bincount(weekday_of(day), minlength=WEEK_DAYS).astype(float))
    quarters = np.bincount(local_us % DAY_US // BIN_US, minlength=BINS).astype(float)
    opens, bins = (0, BINS) if dates_only else find_hours(quarters)
    without = Opening(weekdays, opens * BIN_US, bins * BIN_US, np.array([], np.int64))
    days = np.arange(first_day, last_day + 1)
    days = days[is_open_day(without, days)]
    is_busy = len(days) > 0 and len(day) >= CERTAIN_STEPS * len(days)
    return without._replace(holidays=days[~np.isin(days, day)] if is_busy else days[:0])


def sum_by_week(days: Times, amounts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum up amounts of days, in order, by week: from the first one's to the last one's."""
    week = week_of(days)
    return np.bincount(week - week[0], amounts).astype(np.float64)


def say_nothing(name: str, observed: int, why: Message) -> Estimate:
    """Say of a quantity that, and why, the data cannot say it."""
    return Estimate(name, np.nan, np.nan, np.nan, observed, why)
