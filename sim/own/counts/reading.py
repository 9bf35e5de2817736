"""Reading counts: `date, hour, count`, or `date, count` where hours are not known."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.by_hand import (
    Column,
    Problems,
    Row,
    WrittenTable,
    load_written,
    read_clock,
    read_day,
    read_whole,
    read_written,
)
from sim.own.by_hand.cells import CLOCK, DAY, WHOLE

COLUMNS = (
    Column(("date", "datum", "dato", "dag")),
    Column(("hour", "timme", "time", "klockslag", "klokkeslæt"), is_required=False),
    Column(("count", "antal")),
)
HOURS_OF_DAY = 24
WHOLE_DAY = -1
"""The hour of a count of which only the day is known."""
TWICE = Message("this day and hour stand in row {other} already")
SAME_HOUR = Message(
    "this day and hour stand in row {other} already: add the counts of one hour up in one row"
)


class Counts(NamedTuple):
    """Counts by day and hour.

    Attributes
    ----------
    day
        Of each count: days since the first of January of the year 1, int32; shape (counts,).
    hour
        From 0 to 23, or `WHOLE_DAY`: int8, shape (counts,).
    came
        How many came: int64, shape (counts,).
    has_hours
        Whether hours are known.
    """

    day: NDArray[np.int32]
    hour: NDArray[np.int8]
    came: NDArray[np.int64]
    has_hours: bool


def load_counts(path: str | Path) -> Counts:
    """Load counts from a file (CSV or Excel).

    Raises
    ------
    ScenarioError
        If the file cannot be read, or holds no counts; it lists every problem with its row.
    """
    return _read(load_written(path, COLUMNS))


def read_counts(content: bytes, where: str) -> Counts:
    """Read counts from what a file holds, as `load_counts` does."""
    return _read(read_written(content, where, COLUMNS))


def _read(table: WrittenTable) -> Counts:
    problems = Problems(table)
    has_hours = "hour" in table.columns
    read = [_read_row(row, problems, has_hours=has_hours) for row in table.rows]
    _note_twice(table, read, problems)
    problems.tell()
    day, hour, count = zip(*(one for one in read if one is not None), strict=True)
    arrays = np.array(day, np.int32), np.array(hour, np.int8), np.array(count, np.int64)
    for array in arrays:
        array.flags.writeable = False
    return Counts(*arrays, has_hours)


def _read_row(row: Row, problems: Problems, *, has_hours: bool) -> tuple[int, int, int] | None:
    day = problems.read(row, "date", read_day, DAY)
    clock = problems.read(row, "hour", read_clock, CLOCK) if has_hours else None
    count = problems.read(row, "count", read_whole, WHOLE)
    if day is None or count is None or (has_hours and clock is None):
        return None
    return day.toordinal(), WHOLE_DAY if clock is None else clock.hour, count


def _note_twice(
    table: WrittenTable, read: list[tuple[int, int, int] | None], problems: Problems
) -> None:
    seen: dict[tuple[int, int], int] = {}
    for row, one in zip(table.rows, read, strict=True):
        if one is None:
            continue
        first = seen.setdefault(one[:2], row.number)
        if first != row.number:
            twice = TWICE if one[1] == WHOLE_DAY else SAME_HOUR
            problems.note(row, Message(twice.template, other=first))
