"""An attribution as people read it: for each measure its parts, the ladder, and pairs."""

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, JustifyMethod, RenderableType
from rich.table import Table
from rich.text import Text

from sim.analysis.attribution import Attributed, Attribution, ConditionShare, Subset
from sim.cli.attribution_words import (
    show_mean,
    show_part,
    show_signed,
    tell_basis,
    tell_parts,
    tell_whole,
)
from sim.cli.numbers import SHARE, show_interval, shown_unit
from sim.cli.output import build_console
from sim.cli.report import VISITS
from sim.cli.table import NOTHING, ROOM_FOR_TABLE
from sim.results import Interval
from sim.scenario import Scenario, has_visits

HEADING = "{title}: from {first} to {second}, condition by condition"
HEADS_OF_LADDER = ("moved", "on average", "furthest", "least far")
Row = tuple[str, ...]


def print_attribution(attribution: Attribution, scenario: Scenario) -> None:
    """Print an attribution.

    Parameters
    ----------
    attribution
        What to print.
    scenario
        The service.
    """
    console = build_console()
    first, second = attribution.designs
    heading = HEADING.format(title=scenario.service.title.en, first=first, second=second)
    console.print(heading, style="bold", markup=False)
    for measure in attribution.measures.values():
        console.print()
        _print_measure(console, attribution, measure)
    console.print()
    if has_visits(scenario):
        console.print(VISITS, style="dim")
    for line in tell_basis(attribution):
        console.print(line, markup=False, style="dim")


def _print_measure(console: Console, attribution: Attribution, measure: Attributed) -> None:
    console.print(f"{measure.title} ({shown_unit(measure.unit)})", style="bold", markup=False)
    console.print(tell_whole(attribution.designs, measure), markup=False)
    console.print()
    heads = _heads_of_shares(measure)
    console.print(_lay_out(heads, _rows_of_shares(measure), console.width, "right"))
    if len(measure.shares) > 1:
        console.print()
        rows = _rows_of_ladder(measure)
        console.print(_lay_out(HEADS_OF_LADDER, rows, console.width, "left"))
        console.print()
        for line in tell_parts(measure):
            console.print(line, markup=False)


def _heads_of_shares(measure: Attributed) -> Row:
    unit = "points" if measure.unit == SHARE else measure.unit.split()[0]
    return "condition", f"share, {unit}", "of the difference", "alone", "last"


def _rows_of_shares(measure: Attributed) -> list[Row]:
    """Return a row for each condition, the largest share first."""
    ordered = sorted(measure.shares, key=lambda share: -abs(share.share.mean))
    return [_row_of_share(share, measure) for share in ordered]


def _row_of_share(share: ConditionShare, measure: Attributed) -> Row:
    part = share.of_whole
    return (
        share.condition,
        show_signed(share.share, measure),
        NOTHING if part is None else f"{show_interval(part, SHARE, 0)} %",
        show_mean(share.alone, measure),
        show_mean(share.last, measure),
    )


def _rows_of_ladder(measure: Attributed) -> list[Row]:
    """Return a row for each number of conditions moved, less than all."""
    names = tuple(share.condition for share in measure.shares)
    return [
        (
            str(step.size),
            _tell_part(step.mean, step.mean_of_whole, measure),
            _tell_subset(step.most, names, measure),
            _tell_subset(step.least, names, measure),
        )
        for step in measure.ladder[:-1]
    ]


def _tell_part(effect: Interval, of_whole: Interval | None, measure: Attributed) -> str:
    return show_mean(effect, measure) if of_whole is None else show_part(of_whole)


def _tell_subset(subset: Subset, names: tuple[str, ...], measure: Attributed) -> str:
    how_far = _tell_part(subset.effect, subset.of_whole, measure)
    others = [name for name in names if name not in subset.conditions]
    is_most = len(others) < len(subset.conditions)
    words = f"all but {', '.join(others)}" if is_most else ", ".join(subset.conditions)
    return f"{how_far}: {words}"


def _lay_out(heads: Row, rows: Sequence[Row], width: int, justify: JustifyMethod) -> RenderableType:
    """Lay out rows as a table; where there is no room for one, as a list."""
    if width < ROOM_FOR_TABLE:
        return Group(*(line for row in rows for line in _as_lines(heads, row)))
    table = Table(box=None, header_style="dim", padding=(0, 3, 0, 0))
    table.add_column(heads[0], overflow="fold")
    for head in heads[1:]:
        table.add_column(head, justify=justify, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _as_lines(heads: Row, row: Row) -> Iterator[Text]:
    yield Text(f"  {heads[0]} {row[0]}")
    for head, cell in zip(heads[1:], row[1:], strict=True):
        yield Text(f"    {head}: {cell}")
