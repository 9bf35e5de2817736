"""The table of a comparison, grouped by whom the measures are about."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sim.analysis.comparison import Compared, Comparison
from sim.cli.numbers import decimals_of, show_interval, shown_unit
from sim.results import Interval

NOTHING = "–"
GROUPS: dict[str, tuple[str, ...]] = {
    "Citizen": (
        "end_to_end_days",
        "end_to_end_days_upper_limit",
        "reported_days",
        "reported_days_upper_limit",
        "first_time_right_share",
        "visit_fit_share",
        "unmet_need_share",
        "open_share",
    ),
    "Demand": (
        "demand_per_month",
        "failure_demand_share",
        "failure_demand_share_broad",
        "contacts_per_case",
    ),
    "Faces": (
        "faces_per_case",
        "faces_per_month",
        "faces_per_month_upper_limit",
        "faces_per_month_maximum",
    ),
    "Cost": (
        "cost_per_citizen_helped",
        "unit_cost_per_activity",
        "cost_per_same_activity",
        "paid_cost_per_month",
    ),
    "Staff": (
        "staff_minutes_per_citizen_helped",
        "value_work_share",
        "utilisation",
        "absence_share",
        "work_joy",
    ),
}
"""The measures that the table shows; the others are in the JSON."""
ROOM_FOR_ONE_LINE = 115
"""Characters below which mean and interval stand on two lines."""
ROOM_FOR_TABLE = 80
"""Characters below which there is no table, but a list."""


class Line(NamedTuple):
    """One measure as it is shown: its title, and a cell for each design and the difference."""

    title: str
    cells: list[Text]


def build_table(comparison: Comparison, width: int) -> RenderableType:
    """Build the table, or where there is no room for one a list.

    Parameters
    ----------
    comparison
        What to show.
    width
        Characters of a line.
    """
    names = (*comparison.designs, "difference")
    between = " " if not ROOM_FOR_TABLE <= width < ROOM_FOR_ONE_LINE else "\n"
    groups = {group: list(_lines(comparison, group, between)) for group in GROUPS}
    groups = {group: lines for group, lines in groups.items() if lines}
    return _as_list(groups, names) if width < ROOM_FOR_TABLE else _as_table(groups, names)


def _as_table(groups: dict[str, list[Line]], names: tuple[str, ...]) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    table.add_column("", overflow="fold")
    for name in names:
        table.add_column(name, justify="right", no_wrap=True)
    for group, lines in groups.items():
        table.add_row(Text(group, style="bold"))
        for line in lines:
            table.add_row(Text(f"  {line.title}"), *line.cells)
    return table


def _as_list(groups: dict[str, list[Line]], names: tuple[str, ...]) -> Group:
    parts: list[Text] = []
    for group, lines in groups.items():
        parts.append(Text(group, style="bold"))
        for line in lines:
            parts.append(Text(f"  {line.title}"))
            parts += [
                Text.assemble(f"    {name}: ", cell)
                for name, cell in zip(names, line.cells, strict=True)
            ]
    return Group(*parts)


def _lines(comparison: Comparison, group: str, between: str) -> Iterator[Line]:
    for name in GROUPS[group]:
        compared = comparison.measures.get(name)
        if compared is not None and (compared.first or compared.second):
            title = f"{compared.title} ({shown_unit(compared.unit)})"
            yield Line(title, list(_cells(compared, between)))


def _cells(compared: Compared, between: str) -> Iterator[Text]:
    unit = compared.unit
    known = [i for i in (compared.first, compared.second) if i is not None]
    decimals = decimals_of([i.mean for i in known], unit)
    for interval in (compared.first, compared.second):
        shown = interval and show_interval(interval, unit, decimals, between=between)
        yield Text(shown or NOTHING)
    difference = compared.difference
    if difference is None:
        yield Text(NOTHING)
        return
    shown = show_interval(difference, unit, decimals, is_signed=True, between=between)
    yield Text(shown, style=_style(difference, compared.better))


def _style(difference: Interval, better: str | None) -> str:
    """Colour what is surely better or worse; leave pale what chance alone could give."""
    if difference.low <= 0 <= difference.high:
        return "dim"
    if better not in ("lower", "higher"):
        return ""
    return "green" if (difference.mean < 0) == (better == "lower") else "red"
