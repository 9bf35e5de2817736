"""Reading cells: days, times of day, whole numbers and shares, as people write them."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from typing import TypeVar

from sim.errors import ScenarioError, mismatch
from sim.message import Message
from sim.own.by_hand.table import Row, WrittenTable
from sim.plain_text import cut

Read = TypeVar("Read")
DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y")
CLOCKS = ("%H:%M", "%H.%M", "%H:%M:%S", "%H")
MOST_DIGITS = 9
DAY = Message("a day such as 2026-11-27, or 27.11.2026")
CLOCK = Message("a time of day such as 08:30")
WHOLE = Message("a whole number from 0")
SHARE = Message("a share such as 0.8, 0,8 or 80%, more than 0 and at most 1")
MOST_SHOWN = 60


class Problems:
    """Problems of a table, gathered until it is read to its end.

    Parameters
    ----------
    table
        The table.
    """

    def __init__(self, table: WrittenTable) -> None:
        self._where = table.where
        self._found: list[str] = []

    def read(
        self, row: Row, name: str, read: Callable[[str], Read | None], expected: Message
    ) -> Read | None:
        """Return what a cell says; note the problem, and return `None`, if it says nothing such."""
        cell = row.cells[name]
        said = read(cell)
        if said is None:
            found = f'"{cut(cell, MOST_SHOWN)}"'
            self.note(row, mismatch(name, found, expected))
        return said

    def note(self, row: Row, problem: Message) -> None:
        """Note a problem of a row."""
        self._found.append(Message("row {row}: {problem}", row=row.number, problem=problem))

    def tell(self) -> None:
        """Raise all that was noted, if anything was.

        Raises
        ------
        ScenarioError
            With every problem.
        """
        if self._found:
            raise ScenarioError(self._where, self._found)


def read_day(text: str) -> date | None:
    """Read a day; `None` if it is none."""
    found = _read_by(text, DAYS)
    return None if found is None else found.date()


def read_clock(text: str) -> time | None:
    """Read a time of day, of which 24:00 is none; `None` if it is none."""
    found = _read_by(text, CLOCKS)
    return None if found is None else found.time()


def _read_by(text: str, forms: tuple[str, ...]) -> datetime | None:
    for form in forms:
        with suppress(ValueError):
            return datetime.strptime(text, form)
    return None


def read_whole(text: str) -> int | None:
    """Read a whole number from 0; `None` if it is none."""
    is_one = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if is_one else None


def read_share(text: str) -> float | None:
    """Read a share, with a point or a comma, or in percent; `None` if it is none."""
    number = text.removesuffix("%").strip().replace(",", ".")
    if not (number.isascii() and number.replace(".", "", 1).isdigit()):
        return None
    share = float(number) / (100 if text.endswith("%") else 1)
    return share if 0 < share <= 1 else None
