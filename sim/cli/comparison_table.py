"""The table of a comparison, grouped by whom the measures are about."""

from collections.abc import Iterator
from textwrap import fill

from rich.console import RenderableType
from rich.text import Text

from sim.analysis.comparison import Compared, Comparison
from sim.cli.table import ROOM_FOR_TABLE, lay_out
from sim.results import Interval
from sim.words import command_line as words
from sim.words import say
from sim.words.designs import DIFFERENCE, say_designs
from sim.words.numbers import write_both, write_unit

GROUPS: dict[str, tuple[str, ...]] = {
    "citizen": (
        "end_to_end_days",
        "end_to_end_days_p90",
        "end_to_end_days_upper_limit",
        "reported_days",
        "reported_days_upper_limit",
        "first_time_right_share",
        "visit_fit_share",
        "unmet_need_share",
    ),
    "demand": (
        "demand_per_month",
        "failure_demand_share",
        "failure_demand_share_broad",
        "contacts_per_case",
    ),
    "faces": (
        "faces_per_case",
        "faces_per_month",
        "faces_per_month_upper_limit",
        "faces_per_month_maximum",
    ),
    "cost": (
        "cost_per_citizen_helped",
        "failure_demand_cost_per_year",
        "unit_cost_per_activity",
        "cost_per_same_activity",
        "paid_cost_per_month",
    ),
    "staff": (
        "staff_minutes_per_citizen_helped",
        "staff_hours_per_year",
        "value_work_share",
        "utilisation",
        "utilisation_busiest",
        "absence_share",
        "work_joy",
    ),
    "settling": ("open_share", "backlog_trend", "work_trend"),
}
"""The measures that the table shows; the others are in the JSON."""
SHOWN = tuple(name for names in GROUPS.values() for name in names)
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
        yield [Text(say(words.GROUPS[group]), style="bold")]
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
