"""`requisite breakeven`: where two designs change places as a quantity is varied."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli.options import AsJson, Changes, Chart, Days, Designs, Force, Parquet, Seed, Service

if TYPE_CHECKING:
    from sim.analysis.breakeven import Breakeven, BreakevenLine
    from sim.scenario import Scenario

FORM = "KEY[=LOW:HIGH]"
Varied = Annotated[
    str,
    typer.Option(
        "--x",
        metavar=FORM,
        help="The quantity that is varied, and from where to where: its plausible range if not "
        "given, and for variety 0 to 3 times the scenario's own.",
    ),
]
Second = Annotated[
    str | None,
    typer.Option(
        "--y",
        metavar=FORM,
        help="A second quantity: then the crossing is found for some values of it.",
        show_default=False,
    ),
]
Lines = Annotated[int, typer.Option("--lines", metavar="N", help="How many values of --y, evenly.")]
MeasureName = Annotated[
    str, typer.Option("--measure", metavar="NAME", help="In what the designs are compared.")
]
Points = Annotated[
    int, typer.Option("--points", metavar="N", help="How many values to look at first, evenly.")
]
Replications = Annotated[
    int, typer.Option("--replications", metavar="N", help="How many at each value, at least 2.")
]


def breakeven(
    service: Service,
    *,
    changes: Changes,
    x: Varied = "demand.variety",
    y: Second = None,
    lines: Lines = 7,
    measure: MeasureName = "cost_per_citizen_helped",
    design: Designs = ("functionalised", "absorbing"),
    replications: Replications = 10,
    points: Points = 13,
    seed: Seed = 1,
    days: Days = None,
    as_json: AsJson = False,
    parquet: Parquet = None,
    chart: Chart = None,
    force: Force = False,
) -> None:
    """Find where two designs change places as a quantity is varied."""
    from sim.cli.breakeven_report import print_report
    from sim.cli.chart_file import write_chart
    from sim.cli.output import print_json
    from sim.cli.readiness import make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.results import check_writable
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    for path in (parquet, chart):
        if path is not None:
            check_writable(path, overwrite=force)
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
        print_report(result)


def _find(
    scenario: "Scenario", designs: tuple[str, str], asked: dict[str, Any]
) -> "Breakeven | BreakevenLine":
    from sim.analysis.breakeven import find_breakeven, find_breakeven_line
    from sim.cli.progress import Waiting

    with Waiting("Simulating") as waiting:
        find = find_breakeven_line if "y" in asked else find_breakeven
        return find(scenario, designs, **asked, on_progress=waiting.tell)


def _draw(result: "Breakeven | BreakevenLine") -> Any:
    from sim.analysis.breakeven import Breakeven
    from sim.charts.breakeven import plot_breakeven
    from sim.charts.breakeven_line import plot_breakeven_line

    return plot_breakeven(result) if isinstance(result, Breakeven) else plot_breakeven_line(result)
