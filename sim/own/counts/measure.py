"""What counts say: arrivals of a day, by weekday and hour, how they vary, and what is missing."""

from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.counts.means import (
    cannot_say,
    estimate_dispersion,
    estimate_factors,
    estimate_mean,
    estimate_ratio,
)
from sim.own.counts.reading import HOURS_OF_DAY, Counts
from sim.own.estimate import Estimate

WEEK_DAYS = 7
OPEN_ON = 0.5
"""A weekday is open if something comes on so many of the weeks that the file tells of it."""
OPEN_AT = 0.1
"""An hour is open if something comes in it on so many of the open days."""
NO_HOURS = Message("the file tells no hours")
NOTHING_CAME = Message("nothing came on any day of the file")


class Counted(NamedTuple):
    """What counts say.

    Attributes
    ----------
    estimates
        By the names of `sim.own.estimate.TITLES`.
    by_weekday
        Arrivals of each open weekday, from 0 for Monday, over those of a mean open day.
    by_hour
        Of an open day's arrivals the share of each hour from 0 to 23 in which it is open.
    first, last
        The days that the file begins and ends with.
    days_missing
        Days of open weekdays between them of which it tells nothing, whole weeks left out.
    days_closed
        Days of open weekdays on which nothing came.
    weeks_missing
        Mondays of weeks between them of which it tells nothing at all.
    """

    estimates: dict[str, Estimate]
    by_weekday: dict[int, Estimate]
    by_hour: dict[int, Estimate]
    first: date
    last: date
    days_missing: int
    days_closed: int
    weeks_missing: tuple[date, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it for another program."""
        tables = {name: getattr(self, name) for name in ("estimates", "by_weekday", "by_hour")}
        return {
            **{
                name: {key: one.to_dict() for key, one in of.items()} for name, of in tables.items()
            },
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "days_missing": self.days_missing,
            "days_closed": self.days_closed,
            "weeks_missing": [week.isoformat() for week in self.weeks_missing],
        }


class _Days(NamedTuple):
    """Days that the file tells of, in their order, and how many came on each."""

    day: NDArray[np.int32]
    came: NDArray[np.int64]

    @property
    def weekday(self) -> NDArray[np.int32]:
        """From 0 for Monday."""
        return (self.day - 1) % WEEK_DAYS

    def keep(self, which: NDArray[np.bool_]) -> "_Days":
        """Return some of the days."""
        return _Days(self.day[which], self.came[which])


def measure_counts(counts: Counts) -> Counted:
    """Measure counts.

    An hour of a day that the file tells of, and in which it tells nothing, is one in which nothing
    came; a day of which it tells nothing is missing. Days of open weekdays on which nothing came
    are taken for holidays: they are left out, and told.
    """
    days = _add_up(counts)
    weekdays = _find_open_weekdays(days)
    usual = days.keep(np.isin(days.weekday, weekdays))
    open_days = usual.keep(usual.came > 0)
    weeks = _find_missing_weeks(days)
    by_hour, opening = _measure_hours(counts, open_days)
    return Counted(
        {
            "arrivals_per_day": estimate_mean(
                "arrivals_per_day", open_days.came, open_days.weekday
            ),
            "dispersion": estimate_dispersion(open_days.came, open_days.weekday),
            "days_per_week": _tell(
                "days_per_week",
                len(weekdays),
                len(days.day),
                None if len(weekdays) else NOTHING_CAME,
            ),
            **opening,
        },
        estimate_factors(open_days.came, open_days.weekday, weekdays),
        by_hour,
        date.fromordinal(int(days.day[0])),
        date.fromordinal(int(days.day[-1])),
        _count_missing_days(days, weekdays, weeks),
        len(usual.day) - len(open_days.day),
        tuple(date.fromordinal(week) for week in weeks),
    )


def _tell(name: str, value: float, observed: int, why_not: Message | None = None) -> Estimate:
    """Tell what was seen, and is no estimate from a part of it."""
    return cannot_say(name, why_not) if why_not else Estimate(name, value, value, value, observed)


def _add_up(counts: Counts) -> _Days:
    day, which = np.unique(counts.day, return_inverse=True)
    return _Days(day, np.bincount(which, weights=counts.came).astype(np.int64))


def _find_open_weekdays(days: _Days) -> list[int]:
    told = np.bincount(days.weekday, minlength=WEEK_DAYS)
    came = np.bincount(days.weekday[days.came > 0], minlength=WEEK_DAYS)
    return [day for day in range(WEEK_DAYS) if told[day] and came[day] / told[day] >= OPEN_ON]


def _find_missing_weeks(days: _Days) -> list[int]:
    """Return the Mondays of weeks of which nothing is told, as `date` counts days."""
    weeks = {int(day) - (int(day) - 1) % WEEK_DAYS for day in days.day}
    return [week for week in range(min(weeks), max(weeks), WEEK_DAYS) if week not in weeks]


def _count_missing_days(days: _Days, weekdays: list[int], weeks: list[int]) -> int:
    """Count days of open weekdays that are missing in weeks of which something is told."""
    told, gone = set(days.day.tolist()), set(weeks)
    return sum(
        (day - 1) % WEEK_DAYS in weekdays
        and day not in told
        and day - (day - 1) % WEEK_DAYS not in gone
        for day in range(int(days.day[0]), int(days.day[-1]) + 1)
    )


def _measure_hours(
    counts: Counts, open_days: _Days
) -> tuple[dict[int, Estimate], dict[str, Estimate]]:
    """Estimate the shares of hours, and tell when it opens and for how long."""
    if not counts.has_hours or not len(open_days.day):
        why = NO_HOURS if not counts.has_hours else NOTHING_CAME
        return {}, {name: cannot_say(name, why) for name in ("opens_hour", "hours_per_day")}
    table = _build_table(counts, open_days)
    is_open = np.flatnonzero((table > 0).mean(axis=0) >= OPEN_AT)
    first, last = (int(is_open[0]), int(is_open[-1])) if len(is_open) else (0, HOURS_OF_DAY - 1)
    shares = {
        hour: estimate_ratio("hour_share", table[:, hour], open_days.came)
        for hour in range(first, last + 1)
    }
    return shares, {
        "opens_hour": _tell("opens_hour", first, len(table)),
        "hours_per_day": _tell("hours_per_day", last + 1 - first, len(table)),
    }


def _build_table(counts: Counts, days: _Days) -> NDArray[np.int64]:
    """Build a table of open days by hours: shape (days, 24)."""
    kept = np.isin(counts.day, days.day)
    table = np.zeros((len(days.day), HOURS_OF_DAY), np.int64)
    np.add.at(
        table, (np.searchsorted(days.day, counts.day[kept]), counts.hour[kept]), counts.came[kept]
    )
    return table
