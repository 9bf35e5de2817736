"""Days and times of day that stand in two columns are put together."""

import re
from collections.abc import Iterator, Sequence

from sim.message import Message
from sim.own.clock import join_clock
from sim.own.guessing.columns import Columns
from sim.own.guessing.profile import Profile, profile_cells
from sim.own.guessing.time_formats import ENOUGH
from sim.own.guessing.vocabulary import rank_header
from sim.own.reading import Table
from sim.own.times import NUMBERED

DAY = re.compile(r"[^\s:]+?(?:[T\s]+00:00(?::00(?:[.,]0+)?)?)?")
"""A day, at midnight where it was put as a time."""
CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?")
NAMED_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?")
"""With dots it could be a number, so the column must be called a time of day as well."""


def put_clock(table: Table, columns: Columns, profiles: Sequence[Profile]) -> Columns:
    """Return which column has which role, with one of times of day where the other has days alone.

    Parameters
    ----------
    table
        The table.
    columns
        Which column has which role so far.
    profiles
        Of all its columns.
    """
    if not has_days_alone(columns.time):
        return _without_days(columns)
    clock, why = _find_clock(columns, profiles)
    if clock is None or why is None:
        return columns
    cells = join_clock(table.frame[columns.time.name], table.frame[clock.name])
    time = profile_cells(cells, columns.time.name)
    if time.times is None:
        return columns
    found = columns._replace(time=time, clock=clock, why={**columns.why, "clock": why})
    return _without_days(found)


def has_days_alone(one: Profile) -> bool:
    """Tell whether a column of times says nothing of the time of day."""
    code = one.times and one.times.code
    if code in NUMBERED or "%H%M" in (code or ""):
        return False
    return _share(one, DAY) >= ENOUGH


def _share(one: Profile, pattern: re.Pattern[str]) -> float:
    """Return the share of cells that are written so."""
    found = sum(pattern.fullmatch(cell.strip()) is not None for cell in one.cells)
    return found / max(len(one.cells), 1)


def _find_clock(
    columns: Columns, profiles: Sequence[Profile]
) -> tuple[Profile | None, Message | None]:
    """Return the column of times of day, by its name or because there is one such alone."""
    free = list(_list_free(columns, profiles))
    named = [
        (rank, one)
        for one in free
        if (rank := rank_header("clock", one.name)) is not None
        and _share(one, NAMED_CLOCK) >= ENOUGH
    ]
    if named:
        return min(named, key=lambda pair: pair[0])[1], Message("by its name")
    likely = [one for one in free if _share(one, CLOCK) >= ENOUGH]
    if len(likely) != 1:
        return None, None
    why = Message("by its cells: they are times of day, and {day} has none", day=columns.time.name)
    return likely[0], why


def _list_free(columns: Columns, profiles: Sequence[Profile]) -> Iterator[Profile]:
    taken = {one.name for one in columns if isinstance(one, Profile)}
    return (one for one in profiles if one.name not in taken and one.blank < 1 - ENOUGH)


def _without_days(columns: Columns) -> Columns:
    """Return columns without starts of which only the day is known."""
    if columns.start is None or not has_days_alone(columns.start):
        return columns
    why = {key: text for key, text in columns.why.items() if key != "start"}
    return columns._replace(start=None, unlike=columns.start, why=why)
