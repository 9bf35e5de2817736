"""The evidence as people read it: a table for each service, then how much of it is matched."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from sim.analysis.evidence import OUTSIDE, WITHIN, EvidenceRow, count_verdicts
from sim.cli.numbers import decimals_of, scale_of, show_interval, show_number, shown_unit
from sim.cli.output import build_console

NOTHING = "–"
STYLES = {WITHIN: "green", OUTSIDE: "red"}
NOT_OF_A_SERVICE = "Not simulated, and context"
COLUMNS = ("claim", "figure", "reported", "tolerated", "simulated", "verdict")
ROOM_FOR_TABLE = 100
"""Characters below which there is no table, but a list."""
FITTED = (
    "{fitted} quantities were fitted to {figures} figures: to meet what one was fitted to is no "
    "test. `requisite calibrate` tells what the figures leave open."
)
HOW = "Means of {replications} replications, with 95 % intervals; of chance only."


def print_evidence(rows: Sequence[EvidenceRow], replications: int) -> None:
    """Print judged figures.

    Parameters
    ----------
    rows
        The figures, those of one service together.
    replications
        How many were made.
    """
    console = build_console()
    simulated = [row for row in rows if row.measure]
    for _, group in groupby(simulated, key=lambda row: row.service):
        _print_service(console, list(group))
    others = [row for row in rows if not row.measure]
    if others:
        _print_others(console, others)
    console.print(_say_tally(rows), markup=False)
    if simulated:
        fitted = sum({row.service: row.fitted for row in simulated}.values())
        console.print(FITTED.format(fitted=fitted, figures=len(simulated)))
    console.print(HOW.format(replications=replications), style="dim")


def _print_service(console: Console, rows: list[EvidenceRow]) -> None:
    console.print(Text(f"{rows[0].service}", style="bold"), end="")
    console.print(f" (quantities fitted: {rows[0].fitted})", markup=False)
    console.print(build_evidence(rows, console.width))
    for row in rows:
        if row.reason:
            console.print(f"  {row.id}, {row.design}: {row.why}.", markup=False, style="dim")
    console.print()


def build_evidence(rows: Sequence[EvidenceRow], width: int) -> RenderableType:
    """Build a table of judged figures, or where there is no room for one a list.

    Parameters
    ----------
    rows
        The figures.
    width
        Characters of a line.
    """
    return _as_list(rows) if width < ROOM_FOR_TABLE else _as_table(rows)


def _as_table(rows: Sequence[EvidenceRow]) -> Table:
    table = Table(box=None, pad_edge=False, show_edge=False, header_style="bold")
    table.add_column(COLUMNS[0])
    table.add_column(COLUMNS[1], overflow="fold")
    for name in COLUMNS[2:]:
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*_cells(row))
    return table


def _as_list(rows: Sequence[EvidenceRow]) -> Group:
    parts: list[Text] = []
    for row in rows:
        claim, figure, *cells = _cells(row)
        parts.append(Text.assemble(claim, " ", figure))
        named = zip(COLUMNS[2:], cells, strict=True)
        parts += [Text.assemble(f"  {name}: ", cell) for name, cell in named]
    return Group(*parts)


def _cells(row: EvidenceRow) -> Iterator[str | Text]:
    unit = row.unit or ""
    numbers = [row.reported or 0.0, *(row.tolerance or ())]
    decimals = decimals_of(numbers, unit)
    reported, *tolerance = (show_number(number * scale_of(unit), decimals) for number in numbers)
    yield row.id
    yield _say_figure(row)
    yield reported
    yield " to ".join(tolerance)
    yield show_interval(row.simulated, unit, decimals) if row.simulated else NOTHING
    yield Text(row.verdict, style=STYLES.get(row.verdict, ""))


def _say_figure(row: EvidenceRow) -> str:
    of_type = f", {row.demand_type}" if row.demand_type else ""
    against = f" against {row.compared_with}" if row.compared_with else ""
    return f"{row.measure} ({shown_unit(row.unit or '')}), {row.design}{against}{of_type}"


def _print_others(console: Console, rows: list[EvidenceRow]) -> None:
    console.print(Text(NOT_OF_A_SERVICE, style="bold"))
    for row in rows:
        console.print(f"  {row.id} (§{row.section}) {row.says}.", markup=False)
        console.print(f"    {row.verdict}: {row.why}.", markup=False, style="dim")
    console.print()


def _say_tally(rows: Sequence[EvidenceRow]) -> str:
    tally = count_verdicts(rows)
    within, of = tally.counts.get(WITHIN, 0), tally.simulated
    others = [f"{n} {verdict}" for verdict, n in tally.counts.items() if verdict not in STYLES]
    share = f" ({100 * within / of:.0f} %)" if of else ""
    return "; ".join([f"{within} of {of} simulated figures within tolerance{share}", *others]) + "."
