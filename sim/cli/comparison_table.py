"""The table of a comparison, grouped by whom the measures are about."""

from collections.abc import Iterator
from textwrap import fill

from rich.console import RenderableType
from rich.text import Text

from sim.analysis.comparison import Compared, Comparison
from sim.cli.table import ROOM_FOR_TABLE, lay_out
from sim.results import Interval
from sim.words import say
from sim.words.designs import DIFFERENCE, say_designs
from sim.words.differences import write_both
from sim.words.figures import GROUP_TITLES, GROUPS
from sim.words.numbers import write_unit

ROOM_FOR_TITLE = 24
"""Characters that titles need; where mean and interval leave less, they stand on two lines."""
GAP = 2
ROOM_FOR_NAME = 24
"""Characters of a line of a design's name above its column."""


def build_table(comparison: Comparison, width: int) -> RenderableType:
    """Build the table, or where there is no room for one a list; `width` is in characters."""
    is_list = width < ROOM_FOR_TABLE
    names = (*say_designs(comparison.designs), say(DIFFERENCE))
    heads = names if is_list else [fill(name, ROOM_FOR_NAME) for name in names]
    rows = _build_rows(comparison, " ")
    if not is_list and width - _width(rows) < ROOM_FOR_TITLE:
        rows = _build_rows(comparison, "\n")
    return lay_out(("", *heads), rows, width)


def _build_rows(comparison: Comparison, between: str) -> list[list[str | Text]]:
    return [row for group in GROUPS for row in _rows(comparison, group, between)]


def _width(rows: list[list[str | Text]]) -> int:
    """Return how many characters the columns of numbers take."""
    columns = zip(*(row[1:] for row in rows if len(row) > 1), strict=True)
    return sum(max(ROOM_FOR_NAME, *map(len, column)) + GAP for column in columns)


def _rows(comparison: Comparison, group: str, between: str) -> Iterator[list[str | Text]]:
    """Return the heading of a group and its measures; nothing where none applies."""
    told = comparison.tell()
    of_group = [told.get(name) for name in GROUPS[group]]
    applying = [measure for measure in of_group if measure and (measure.first or measure.second)]
    if applying:
        yield [Text(say(GROUP_TITLES[group]), style="bold")]
    for measure in applying:
        yield [f"  {say(measure.title)} ({write_unit(measure.unit)})", *_cells(measure, between)]


def _cells(measure: Compared, between: str) -> list[Text]:
    pair, difference = (measure.first, measure.second), measure.difference
    *means, last = map(Text, write_both(pair, difference, measure.unit, between))
    return [*means, Text.styled(last.plain, _style(difference, measure.better))]


def _style(difference: Interval | None, better: str | None) -> str:
    """Colour what is surely better or worse; leave pale what chance alone could give."""
    if difference is None:
        return ""
    if not difference.sure_sign:
        return "dim"
    if better not in ("lower", "higher"):
        return ""
    return "green" if (difference.sure_sign < 0) == (better == "lower") else "red"
