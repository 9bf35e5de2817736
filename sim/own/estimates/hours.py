"""When a service is open, as its staff are seen to work: weekdays and hours.

Where only completions are told, it seems to open as late as the first work of a day is done. Rare
work at night, or at a weekend, is not taken for opening hours (`sim.own.opening`). Work that fades
out towards the end of a day leaves open when that is: intervals reach to where something is done in
most weeks.
"""

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import DAY_US
from sim.own.estimate import Estimate
from sim.own.estimates.arrivals import why_no_days
from sim.own.estimates.seen import Seen, say_nothing
from sim.own.estimates.weeks import draw_weeks
from sim.own.local_time import WEEK_DAYS, week_of, weekday_of
from sim.own.opening import BIN_US, BINS, find_edges, find_hours, find_weekdays
from sim.own.resampling import find_ends

Times = NDArray[np.int64]
NAMES = ("days_per_week", "opens_hour", "hours_per_day")
BINS_PER_HOUR = BINS // 24
SAMPLES = 200
"""Of weeks: each is looked at by itself."""
DATES_ONLY = Message("the file tells only dates, no times of day")


def find_opening_hours(seen: Seen) -> list[Estimate]:
    """Estimate the open days of a week, when they open, and for how long."""
    days = seen.open_days
    why = why_no_days(days)
    if why is not None:
        return [say_nothing(name, len(days), why) for name in NAMES]
    chosen = seen.at_work_us
    week = week_of(chosen // DAY_US)
    week -= week.min()
    of_weekday = _count(week, weekday_of(chosen // DAY_US), WEEK_DAYS)
    of_quarter = _count(week, chosen % DAY_US // BIN_US, BINS)
    times = draw_weeks(len(of_weekday))[:SAMPLES]
    weekdays = [find_weekdays(row).sum() for row in times @ of_weekday]
    found = [
        Estimate(
            NAMES[0],
            float(seen.opening.weekdays.sum()),
            *find_ends(np.array(weekdays, float)),
            len(days),
        )
    ]
    if seen.has_dates_only:
        return found + [say_nothing(name, len(days), DATES_ONLY) for name in NAMES[1:]]
    hours = np.array([find_hours(row) for row in times @ of_quarter])
    first, bins = seen.opening.opens_us // BIN_US, seen.opening.open_us // BIN_US
    before, after = find_edges((of_quarter > 0).mean(axis=0), first, bins)
    opens, lasts = find_ends(hours[:, 0]), find_ends(hours[:, 1])
    ends = (
        (first, min(opens[0], max(first - before, 0)), opens[1]),
        (bins, lasts[0], max(lasts[1], bins + before + after)),
    )
    told = np.array(ends, np.float64) / BINS_PER_HOUR
    return found + [
        Estimate(name, float(value), float(low), float(high), len(days))
        for name, (value, low, high) in zip(NAMES[1:], told, strict=True)
    ]


def _count(week: Times, part: Times, parts: int) -> NDArray[np.float64]:
    """Count steps of each week by a part of it. Shape (weeks, parts)."""
    weeks = int(week.max()) + 1
    of_part = np.bincount(week * parts + part, minlength=weeks * parts)
    return of_part.reshape(weeks, parts).astype(np.float64)
