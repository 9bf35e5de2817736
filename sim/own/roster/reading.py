"""Reading a roster: `person, days, from, to, share`, a row for each of a person's turns."""

import re
from datetime import time
from pathlib import Path
from typing import NamedTuple

from sim.message import Message
from sim.own.by_hand import (
    Column,
    Problems,
    Row,
    WrittenTable,
    load_written,
    read_clock,
    read_share,
    read_written,
)
from sim.own.by_hand.cells import CLOCK, SHARE

COLUMNS = (
    Column(("person", "namn", "navn", "medarbetare", "medarbejder")),
    Column(("days", "dagar", "dage")),
    Column(("from", "från", "fra")),
    Column(("to", "till", "til")),
    Column(("share", "andel"), is_required=False),
)
WEEK_DAYS = 7
_SHORT = (
    ("mon", "mån", "man"),
    ("tue", "tis", "tir"),
    ("wed", "ons"),
    ("thu", "tor"),
    ("fri", "fre"),
    ("sat", "lör", "lør"),
    ("sun", "sön", "søn"),
)
"""How weekdays begin in English, Swedish and Danish."""
_NUMBERS = {begin: day for day, begins in enumerate(_SHORT) for begin in begins}
_SPAN = re.compile(r"\s*[-–]\s*")
_BETWEEN = re.compile(r"[,;/+\s]+")
DAYS = Message("weekdays such as mon-fri, or mon, wed")
NAMED = Message("who it is: a name, a number or initials")
AFTER = Message("a time after that of `from`; a night is two rows")
MINUTES_OF_DAY = 24 * 60


class Turn(NamedTuple):
    """One row: a person's number from 0, the weekdays from 0, and minutes after midnight."""

    person: int
    weekdays: frozenset[int]
    begins: int
    ends: int
    share: float
    """Of the time, how much goes to this service."""


class Roster(NamedTuple):
    """Turns, and how many persons have some."""

    turns: tuple[Turn, ...]
    persons: int


def load_roster(path: str | Path) -> Roster:
    """Load a roster from a file (CSV or Excel). What persons are called is not kept.

    Raises
    ------
    ScenarioError
        If the file cannot be read, or is no roster; it lists every problem with its row.
    """
    return _read(load_written(path, COLUMNS))


def read_roster(content: bytes, where: str) -> Roster:
    """Read a roster from what a file holds, as `load_roster` does."""
    return _read(read_written(content, where, COLUMNS))


def _read(table: WrittenTable) -> Roster:
    problems, persons = Problems(table), dict[str, int]()
    turns = [_read_turn(row, persons, problems) for row in table.rows]
    problems.tell()
    return Roster(tuple(turn for turn in turns if turn is not None), len(persons))


def _read_turn(row: Row, persons: dict[str, int], problems: Problems) -> Turn | None:
    person = problems.read(row, "person", lambda cell: cell or None, NAMED)
    weekdays = problems.read(row, "days", read_weekdays, DAYS)
    begins = problems.read(row, "from", read_clock, CLOCK)
    ends = problems.read(row, "to", _read_end, CLOCK)
    share = 1.0
    if row.cells.get("share"):
        share = problems.read(row, "share", read_share, SHARE) or 0.0
    if person is None or weekdays is None or begins is None or ends is None:
        return None
    starts = _count_minutes(begins)
    if ends <= starts:
        problems.read(row, "to", lambda _: None, AFTER)
    return Turn(persons.setdefault(person.lower(), len(persons)), weekdays, starts, ends, share)


def _read_end(text: str) -> int | None:
    if text in ("24:00", "24.00", "24"):
        return MINUTES_OF_DAY
    clock = read_clock(text)
    return None if clock is None else _count_minutes(clock)


def _count_minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def read_weekdays(text: str) -> frozenset[int] | None:
    """Read weekdays, one or several or from one to another; `None` if they are none."""
    found: set[int] = set()
    for part in _BETWEEN.split(_SPAN.sub("-", text.strip().lower())):
        ends = [_NUMBERS.get(word[:3]) for word in part.split("-")]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2:
            return None
        found |= {(first + day) % WEEK_DAYS for day in range((last - first) % WEEK_DAYS + 1)}
    return frozenset(found)
