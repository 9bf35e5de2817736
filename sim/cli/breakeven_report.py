"""A break-even as people read it: what it says, the table, and what it rests on."""

from rich.table import Table

from sim.analysis.breakeven import About, Breakeven, BreakevenLine, Point
from sim.cli.basis import CHANCE_ONLY, tell_sources
from sim.cli.breakeven_words import decimals_on, show_crossing, tell_axis, tell_profile
from sim.cli.numbers import decimals_of, show_interval, show_number, shown_unit
from sim.cli.output import build_console
from sim.cli.table import ROOM_FOR_TABLE

NOTHING = "–"
BASIS = (
    "{replications} replications of {days} days at each value (seed {seed}, the same citizens and "
    "the same luck everywhere); in brackets 95 % intervals."
)
BAND = (
    "The band of a crossing holds the values at which chance alone could turn the order of the "
    "designs: with other seeds it would hold the true crossing in 95 of 100 cases."
)


def print_report(result: Breakeven | BreakevenLine) -> None:
    """Print where two designs change places."""
    console, about = build_console(), result.about
    first, second = about.designs
    console.print(f"{about.service}: {first} and {second}", style="bold", markup=False)
    console.print(f"{about.title} ({shown_unit(about.unit)})", markup=False)
    console.print()
    if isinstance(result, Breakeven):
        for sentence in tell_profile(about, result.x, result.profile):
            console.print(sentence, markup=False)
        console.print()
        console.print(_build_table(result, console.width))
    else:
        console.print(_build_line_table(result))
    console.print()
    for line in _tell_basis(result):
        console.print(line, markup=False, style="dim")


def _tell_basis(result: Breakeven | BreakevenLine) -> list[str]:
    about = result.about
    axes = [result.x] if isinstance(result, Breakeven) else [result.x, result.y]
    return [
        *map(tell_axis, axes),
        BASIS.format(replications=about.replications, days=about.days, seed=about.seed),
        BAND,
        CHANCE_ONLY,
        tell_sources(about.provenance.sources),
        *(f"{change.key}: {change.old} → {change.new}" for change in about.provenance.changed),
    ]


def _new_table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, justify="right", overflow="fold")
    return table


def _build_table(result: Breakeven, width: int) -> Table:
    """Build the table of a profile; where there is no room, of the differences only."""
    about, axis = result.about, result.x
    columns = [*about.designs, "difference"]
    shown = slice(None) if width >= ROOM_FOR_TABLE else slice(-1, None)
    table = _new_table(axis.name, *columns[shown])
    for point in result.profile.points:
        mark = " *" if point.x == axis.own else ""
        x = show_number(point.x, decimals_on(axis)) + mark
        table.add_row(x, *_cells(about, point)[shown])
    if axis.own is not None:
        table.caption, table.caption_justify = "* as in the scenario", "left"
    return table


def _cells(about: About, point: Point) -> list[str]:
    pair = [interval for interval in (point.first, point.second) if interval is not None]
    decimals = decimals_of([interval.mean for interval in pair], about.unit)
    difference = point.difference
    shown = [
        interval and show_interval(interval, about.unit, decimals)
        for interval in (point.first, point.second)
    ]
    shown.append(difference and show_interval(difference, about.unit, decimals, is_signed=True))
    return [cell or NOTHING for cell in shown]


def _build_line_table(result: BreakevenLine) -> Table:
    about, along = result.about, result.y
    table = _new_table(along.name, f"the same at {result.x.name}", "below", "above")
    for line in result.lines:
        mark = " *" if line.y == along.own else ""
        y = show_number(line.y, decimals_on(along)) + mark
        for crossing in line.profile.crossings:
            sides = (f"{name} {about.wins}" for name in (crossing.below, crossing.above))
            table.add_row(y, show_crossing(result.x, crossing), *sides)
        if not line.profile.crossings:
            table.add_row(y, NOTHING, *_tell_throughout(about, line.profile.throughout))
    if along.own is not None:
        table.caption, table.caption_justify = "* as in the scenario", "left"
    return table


def _tell_throughout(about: About, winner: str | None) -> tuple[str, str]:
    words = NOTHING if winner is None else f"{winner} {about.wins}"
    return words, words
