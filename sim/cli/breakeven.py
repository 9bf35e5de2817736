"""`requisite breakeven`: where two designs change places as a quantity is varied."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines, write_chart
from sim.words import say, say_text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from sim.analysis.breakeven import About, Axis, Breakeven, BreakevenLine, Point
    from sim.scenario import Scenario

FORM = "KEY[=LOW:HIGH]"
Varied = Annotated[str, typer.Option("--x", metavar=FORM)]
Second = Annotated[str | None, typer.Option("--y", metavar=FORM, show_default=False)]
Lines = Annotated[int, typer.Option("--lines", metavar="N")]
MeasureName = Annotated[str, typer.Option("--measure", metavar="NAME")]
Points = Annotated[int, typer.Option("--points", metavar="N")]


def breakeven(
    service: options.Service,
    *,
    changes: options.Changes,
    x: Varied = "demand.variety",
    y: Second = None,
    lines: Lines = 7,
    measure: MeasureName = "cost_per_citizen_helped",
    design: options.Designs = ("functionalised", "absorbing"),
    replications: options.Replications = 10,
    points: Points = 13,
    seed: options.Seed = 1,
    days: options.Days = None,
    as_json: options.AsJson = False,
    parquet: options.Parquet = None,
    chart: options.Chart = None,
    force: options.Force = False,
) -> None:
    """Find where two designs change places."""
    from sim.cli.waiting import make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    options.check_files(parquet, chart, overwrite=force)
    make_ready(DEFAULT_ENGINE)
    how = {"seed": seed, "days": days, "replications": replications}
    asked = {"x": x, "measure": measure, "points": points, **how}
    if y is not None:
        asked |= {"y": y, "lines": lines}
    result = _find(scenario, design, asked)
    if parquet is not None:
        result.write_parquet(parquet, overwrite=force)
    if chart is not None:
        write_chart([_draw(result)], chart, title=service, overwrite=force)
    if as_json:
        print_json(result.to_dict())
    else:
        _print_result(result, scenario)


def _find(
    scenario: "Scenario", designs: tuple[str, str], asked: dict[str, Any]
) -> "Breakeven | BreakevenLine":
    from sim.analysis.breakeven import find_breakeven, find_breakeven_line
    from sim.cli.waiting import Waiting

    with Waiting() as waiting:
        find = find_breakeven_line if "y" in asked else find_breakeven
        return find(scenario, designs, **asked, on_progress=waiting.tell)


def _draw(result: "Breakeven | BreakevenLine") -> Any:
    from sim.analysis.breakeven import Breakeven
    from sim.charts.breakeven import plot_breakeven
    from sim.charts.breakeven_line import plot_breakeven_line

    return plot_breakeven(result) if isinstance(result, Breakeven) else plot_breakeven_line(result)


def _print_result(result: "Breakeven | BreakevenLine", scenario: "Scenario") -> None:
    """Print where two designs change places: what that says, the table, what it rests on."""
    from sim.analysis.breakeven import Breakeven
    from sim.words.breakeven import OWN, tell_basis_of_breakeven, tell_profile
    from sim.words.comparison import tell_heading
    from sim.words.numbers import write_unit

    console, about = build_console(), result.about
    title = say_text(scenario.service.title)
    measure = f"{say(about.title)} ({write_unit(about.unit)})"
    print_lines(console, (tell_heading(title, about.designs), measure, ""))
    if isinstance(result, Breakeven):
        axes, along = [result.x], result.x
        print_lines(console, (*tell_profile(about, result.x, result.profile), ""))
        console.print(_build_table(result, console.width))
    else:
        axes, along = [result.x, result.y], result.y
        console.print(_build_line_table(result, console.width))
    if along.own is not None:
        print_lines(console, (say(OWN),), style="italic")
    print_lines(console, ("", *tell_basis_of_breakeven(about, axes)), style="dim")


def _mark(axis: "Axis", value: float) -> str:
    """Write a value of an axis, marked if it is the scenario's own."""
    from sim.words.breakeven import write_on

    return f"{write_on(axis, value)} *" if value == axis.own else write_on(axis, value)


def _build_table(result: "Breakeven", width: int) -> "RenderableType":
    """Build the table of a profile."""
    from sim.cli.table import lay_out
    from sim.words.breakeven import DIFFERENCE, name_axis
    from sim.words.designs import say_designs

    about, axis = result.about, result.x
    heads = (say(name_axis(axis)), *say_designs(about.designs), say(DIFFERENCE))
    rows = [[_mark(axis, point.x), *_cells(about, point)] for point in result.profile.points]
    return lay_out(heads, rows, width, folds=True)


def _cells(about: "About", point: "Point") -> list[str]:
    from sim.words.numbers import NOTHING, decimals_of, write_interval

    pair = [interval for interval in (point.first, point.second) if interval is not None]
    decimals, unit = decimals_of([interval.mean for interval in pair], about.unit), about.unit
    difference = point.difference
    shown = [
        interval and write_interval(interval, unit, decimals)
        for interval in (point.first, point.second)
    ]
    shown.append(difference and write_interval(difference, unit, decimals, is_signed=True))
    return [cell or NOTHING for cell in shown]


def _build_line_table(result: "BreakevenLine", width: int) -> "RenderableType":
    """Build the table of the crossings at each value of the second quantity."""
    from sim.cli.table import lay_out
    from sim.words.breakeven import heads_of_line, tell_winner, write_crossing
    from sim.words.numbers import NOTHING

    about, rows = result.about, []
    for line in result.lines:
        y, profile = _mark(result.y, line.y), line.profile
        for crossing in profile.crossings:
            sides = (tell_winner(about, name) for name in (crossing.below, crossing.above))
            rows.append([y, write_crossing(result.x, crossing), *sides])
        if not profile.crossings:
            rows.append([y, NOTHING, *[tell_winner(about, profile.throughout)] * 2])
    return lay_out(heads_of_line(result.x, result.y), rows, width, folds=True)
