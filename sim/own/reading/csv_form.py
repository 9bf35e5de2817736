"""How a text file is laid out: what stands between cells, where the names of columns are."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sim.message import Message
from sim.own.reading.limits import check_shape, refuse
from sim.own.reading.table import name_columns

DELIMITERS = (",", ";", "\t", "|")
SAMPLE = 200_000
"""Bytes at the beginning by which a file is judged."""
MOST_LINES = 500
"""Rows that are looked at."""
DECIMAL_COMMA = re.compile(r"-?\d+,\d+")
DECIMAL_POINT = re.compile(r"-?\d+\.\d+")
LONGEST = 60
"""Characters of a cell that are looked at."""
NUMBER_OR_TIME = re.compile(r"[\d.,:;/+ TZ-]*\d[\d.,:;/+ TZ-]*")
"""A cell that is no name of a column."""
SEPARATOR_LINE = re.compile(rb"(?i)\A\"?sep=(.)\"?\r?\n")
"""What Excel puts above a table, so as to read it anywhere."""


class Form(NamedTuple):
    """How a text file is laid out."""

    delimiter: str
    columns: tuple[str, ...]
    first_row: int
    """The number of the first row of cells, where the first row of the file is 1."""
    decimal: str
    notes: tuple[Message, ...]


class Header(NamedTuple):
    """The names of columns, and the number of the first row below them."""

    columns: tuple[str, ...]
    first_row: int
    notes: tuple[Message, ...]


def find_form(content: bytes, name: str) -> Form:
    """Find how a text file is laid out.

    Parameters
    ----------
    content
        Its text, in UTF-8, without a line that names the separator.
    name
        Of the file.

    Raises
    ------
    ScenarioError
        If it is no table of two columns or more, or of far too many.
    """
    sample = content[:SAMPLE].decode(errors="ignore")
    if len(content) > SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    candidates = {sign: _split(sample, sign) for sign in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda sign: _rate(candidates[sign]))
    rows = candidates[delimiter]
    if _rate(rows) == (0.0, 0):
        raise refuse(
            name,
            Message(
                "found no table in it, expected rows of cells with a comma, a semicolon or a tab "
                "between them"
            ),
        )
    check_shape(name, 0, _find_width(rows))
    return _describe(rows, delimiter)


def _split(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) >= MOST_LINES:
                break
    except csv.Error:  # of a cell that never ends: what was read until then is judged
        pass
    return rows


def _rate(rows: list[list[str]]) -> tuple[float, int]:
    """Return how surely rows are those of a table: the share with as many cells, and how many."""
    width = _find_width(rows)
    if width < 2:
        return 0.0, 0
    filled = [row for row in rows if row]
    return round(sum(len(row) == width for row in filled) / len(filled), 1), width


def _find_width(rows: list[list[str]]) -> int:
    """Return how many cells most rows have."""
    counts = Counter(len(row) for row in rows if row)
    return counts.most_common(1)[0][0] if counts else 0


def _describe(rows: list[list[str]], delimiter: str) -> Form:
    width = _find_width(rows)
    header = find_header(rows, width)
    decimal = find_decimal(rows[header.first_row - 1 :])
    return Form(delimiter, header.columns, header.first_row, decimal, header.notes)


def find_header(rows: Sequence[Sequence[str]], width: int) -> Header:
    """Find the row of names: the first that is as wide as most, and filled.

    Parameters
    ----------
    rows
        The first rows of a file.
    width
        How many cells most of them have.
    """
    above = next((nth for nth, row in enumerate(rows) if _is_wide(row, width)), 0)
    notes = []
    if above:
        notes.append(
            Message.counted(
                "1 row above the table is left out",
                "{n} rows above the table are left out",
                n=above,
            )
        )
    has_names = not _is_data(rows[above])
    if not has_names:
        notes.append(Message("no names of columns were found; they are called column 1, column 2"))
    names = rows[above] if has_names else [""] * len(rows[above])
    return Header(name_columns(names), above + has_names + 1, tuple(notes))


def _is_wide(row: Sequence[str], width: int) -> bool:
    """Tell whether a row is as wide as the table, and most of its cells are filled."""
    return len(row) >= width and sum(bool(cell.strip()) for cell in row) > width / 2


def _is_data(row: Sequence[str]) -> bool:
    """Tell whether a row holds cells, not names: a number or a time is no name."""
    return any(NUMBER_OR_TIME.fullmatch(cell.strip()[:LONGEST]) for cell in row if cell.strip())


def find_decimal(rows: Sequence[Sequence[str]]) -> str:
    """Return the decimal sign of numbers in some rows."""
    cells = [cell.strip() for row in rows for cell in row if len(cell) < LONGEST]
    commas = sum(DECIMAL_COMMA.fullmatch(cell) is not None for cell in cells)
    points = sum(DECIMAL_POINT.fullmatch(cell) is not None for cell in cells)
    return "," if commas > points else "."
