"""`requisite breakeven`: where two designs change places as a quantity is varied."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import (
    build_console,
    print_json,
    print_lines,
    printing_all_the_same,
    write_chart,
)
from sim.words import say, say_text

if TYPE_CHECKING:
    from sim.analysis.breakeven import Breakeven, BreakevenLine
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
    from sim.cli.progress import make_ready
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
    with printing_all_the_same() as attempt:
        if parquet is not None:
            attempt(lambda: result.write_table(parquet, overwrite=force))
        if chart is not None:
            figures = [_draw(result)]
            attempt(lambda: write_chart(figures, chart, title=service, overwrite=force))
        if as_json:
            print_json(result.to_dict())
        else:
            _print_result(result, scenario)


def _find(
    scenario: "Scenario", designs: tuple[str, str], asked: dict[str, Any]
) -> "Breakeven | BreakevenLine":
    from sim.analysis.breakeven import find_breakeven, find_breakeven_line
    from sim.cli.progress import ProgressBar

    with ProgressBar() as waiting:
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
    from sim.cli.table import lay_out
    from sim.words import breakeven as words
    from sim.words.comparison import tell_heading
    from sim.words.numbers import write_unit

    console, about = build_console(), result.about
    title = say_text(scenario.service.title)
    measure = f"{say(about.title)} ({write_unit(about.unit)})"
    print_lines(console, (tell_heading(title, about.designs), measure, ""))
    if isinstance(result, Breakeven):
        axes, along = [result.x], result.x
        print_lines(console, (*words.tell_profile(about, result.x, result.profile), ""))
        heads = words.heads_of_profile(about, result.x)
        rows = words.rows_of_profile(about, result.x, result.profile)
    else:
        axes, along = [result.x, result.y], result.y
        heads, rows = words.heads_of_line(result.x, result.y), words.rows_of_line(result)
    console.print(lay_out(heads, rows, console.width, folds=True))
    if along.own is not None:
        print_lines(console, (say(words.OWN),), style="italic")
    print_lines(console, ("", *words.tell_basis_of_breakeven(about, axes)), style="dim")
