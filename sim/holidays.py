"""Public holidays, as days of a run: those of a country, by the rules in `holidays.toml`.

A run stands for no year in particular. Day 0 is a Monday and 1 January, as in 2018; that year and
those after it say on which weekday a date falls, and when Easter is.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from dateutil.easter import easter

from sim.calendar import WEEK_DAYS

FIRST_DAY = date(2018, 1, 1)
YEARS = range(FIRST_DAY.year, FIRST_DAY.year + 90)
"""More than any run lasts."""
RULES = Path(__file__).with_suffix(".toml")
NO_COUNTRY = "none"


@cache
def list_holidays(country: str) -> tuple[int, ...]:
    """Return the calendar days of a run that are holidays of a country, in order."""
    if country == NO_COUNTRY:
        return ()
    rules = tomllib.loads(RULES.read_text(encoding="utf-8"))[country]
    days = {day for year in YEARS for day in _list_dates(rules, year)}
    return tuple(sorted((day - FIRST_DAY).days for day in days))


def _list_dates(rules: dict[str, Any], year: int) -> Iterator[date]:
    for month, day in rules["fixed"]:
        yield date(year, month, day)
    for days in rules["from_easter"]:
        yield easter(year) + timedelta(days)
    for weekday, month, day in rules["first"]:
        from_day = date(year, month, day)
        yield from_day + timedelta((weekday - from_day.weekday()) % WEEK_DAYS)
