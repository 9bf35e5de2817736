"""How the times of a column are written, and what of it cannot be told."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sim.own.times import EPOCH_MS, EPOCH_S, EXCEL

ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?\s*(?:Z|[+-]\d{2}(?::?\d{2})?)?"
)
DATE_FIRST = re.compile(
    r"(?P<a>\d{1,4})(?P<sign>[-/.])(?P<b>\d{1,2}|[A-Za-z]{3})(?P=sign)(?P<c>\d{4}|\d{1,2})"
    r"(?P<rest>.*)"
)
TIME_OF_DAY = re.compile(
    r"(?P<gap>,? |T|  )\d{1,2}(?P<sign>[:.])\d{2}(?P<seconds>(?P=sign)\d{2})?"
    r"(?P<fraction>[.,]\d+)?(?P<half> ?[AaPp][Mm])?(?P<zone> ?(?:Z|[+-]\d{2}:?\d{2}))?"
)
COMPACT = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
"""Dates of digits alone, by how many there are."""
SPANS = ((EXCEL, 20_000.0, 75_000.0), (EPOCH_S, 6e8, 2.6e9), (EPOCH_MS, 6e11, 2.6e12))
"""Between which numbers times lie that are written so: from 1954, or 1989, to 2050 or later."""
DAY_AND_MONTH = re.compile(r"%([dm])(\W)%([dm])")
ENOUGH = 0.95
"""Share of the cells that a format must fit."""


class TimeFormat(NamedTuple):
    """How times are written.

    Attributes
    ----------
    code
        As `sim.own.mapping.Mapping.time_format`; `None`: ISO 8601.
    is_undecidable
        Whether day and month could be either way round.
    """

    code: str | None
    is_undecidable: bool = False


def find_time_format(cells: Sequence[str], *, month_first: bool = False) -> TimeFormat | None:
    """Find how times are written; `None` where the cells are none.

    Parameters
    ----------
    cells
        Some cells of a column; empty ones tell nothing.
    month_first
        What is taken where day and month could be either way round.
    """
    told = [cell.strip() for cell in cells if cell.strip()]
    if not told:
        return None
    if _fits(told, ISO):
        return TimeFormat(None)
    return _find_numbered(told) or _find_dated(told, month_first)


def _fits(cells: Sequence[str], pattern: re.Pattern[str]) -> bool:
    return sum(pattern.fullmatch(cell) is not None for cell in cells) >= ENOUGH * len(cells)


def _find_numbered(cells: Sequence[str]) -> TimeFormat | None:
    """Return the format of times that are digits alone."""
    if _fits(cells, re.compile(r"(?:19|20)\d{6}(?:\d{4}|\d{6})?")):
        lengths = {len(cell) for cell in cells if cell.isdecimal()}
        return TimeFormat(COMPACT[min(lengths & set(COMPACT))]) if len(lengths) == 1 else None
    if not _fits(cells, re.compile(r"\d{5,13}(?:[.,]\d+)?")):
        return None
    numbers = [
        float(cell.replace(",", ".")) for cell in cells if cell[:1].isdecimal() and _is_number(cell)
    ]
    for code, low, high in SPANS:
        inside = sum(low <= number <= high for number in numbers)
        if inside >= ENOUGH * len(cells):
            return TimeFormat(code)
    return None


def _is_number(cell: str) -> bool:
    return cell.replace(",", ".", 1).replace(".", "", 1).isdecimal()


def turn_round(code: str | None) -> str | None:
    """Return a format with day and month the other way round; `None` where it begins with neither.

    Parameters
    ----------
    code
        As `TimeFormat.code`.
    """
    if code is None or not DAY_AND_MONTH.match(code):
        return None
    return DAY_AND_MONTH.sub(r"%\3\2%\1", code, count=1)


def _find_dated(cells: Sequence[str], month_first: bool) -> TimeFormat | None:
    """Return the format of dates with a sign between their parts."""
    found = [match for cell in cells if (match := DATE_FIRST.fullmatch(cell))]
    if len(found) < ENOUGH * len(cells):
        return None
    date, is_undecidable = _find_date(found, month_first)
    rests = {_find_rest(match["rest"]) for match in found}
    if date is None or len(rests) != 1 or None in rests:
        return None
    return TimeFormat(f"{date}{rests.pop()}", is_undecidable)


def _find_date(found: Sequence[re.Match[str]], month_first: bool) -> tuple[str | None, bool]:
    sign = found[0]["sign"]
    if len({match["sign"] for match in found}) > 1:
        return None, False
    if all(len(match["a"]) == 4 for match in found):
        return f"%Y{sign}%m{sign}%d", False
    if any(len(match["a"]) > 2 for match in found):
        return None, False
    years = {len(match["c"]) for match in found}
    if len(years) > 1 or years == {1}:
        return None, False
    year = "%Y" if years == {4} else "%y"
    if all(match["b"].isalpha() for match in found):
        return f"%d{sign}%b{sign}{year}", False
    return _order(found, sign, year, month_first)


def _order(
    found: Sequence[re.Match[str]], sign: str, year: str, month_first: bool
) -> tuple[str | None, bool]:
    """Return which of day and month comes first, and whether nothing tells."""
    if any(match["b"].isalpha() for match in found):
        return None, False
    first = max(int(match["a"]) for match in found)
    second = max(int(match["b"]) for match in found)
    if first > 12 and second > 12:
        return None, False
    is_undecidable = first <= 12 and second <= 12
    is_month_first = month_first if is_undecidable else second > 12
    day_month = f"%m{sign}%d" if is_month_first else f"%d{sign}%m"
    return f"{day_month}{sign}{year}", is_undecidable


def _find_rest(rest: str) -> str | None:
    """Return the format of what stands after a date; `None` if it is no time of day."""
    if not rest.strip():
        return ""
    match = TIME_OF_DAY.fullmatch(rest)
    if match is None:
        return None
    sign, half = match["sign"], match["half"]
    hour = f"{match['gap']}%{'I' if half else 'H'}{sign}%M"
    seconds = f"{sign}%S" if match["seconds"] else ""
    fraction = f"{match['fraction'][0]}%f" if match["fraction"] else ""
    space = " " if half and half.startswith(" ") else ""
    zone = match["zone"]
    stated = "" if not zone else " %z" if zone.startswith(" ") else "%z"
    return hour + seconds + fraction + (f"{space}%p" if half else "") + stated
