"""`requisite steer`: managers who differ in nothing but the figure that they steer by."""

from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.output import (
    build_console,
    print_json,
    print_lines,
    printing_all_the_same,
    write_chart,
)
from sim.words import say_text

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from sim.scenario import Scenario
    from sim.steering import Steering

By = Annotated[
    list[str], typer.Option("--by", metavar="NAME", default_factory=list, show_default=False)
]
From = Annotated[
    list[str], typer.Option("--from", metavar="NAME", default_factory=list, show_default=False)
]
Lever = Annotated[
    list[str], typer.Option("--lever", metavar="NAME", default_factory=list, show_default=False)
]
Quarters = Annotated[int, typer.Option("--quarters", metavar="N")]


def steer(
    service: options.Service,
    *,
    changes: options.Changes,
    by: By,
    begins: From,
    lever: Lever,
    quarters: Quarters = 20,
    design: options.Designs = ("functionalised", "absorbing"),
    replications: options.Replications = 20,
    seed: options.Seed = 1,
    days: options.Days = None,
    as_json: options.AsJson = False,
    parquet: options.Parquet = None,
    chart: options.Chart = None,
    force: options.Force = False,
) -> None:
    """Put a manager in charge for some years; only the figure steered by differs."""
    from sim.cli.progress import ProgressBar, make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.scenario import load_scenario
    from sim.steering import USUAL_POLICIES, find_steering

    scenario = load_scenario(service, changes)
    options.check_files(parquet, chart, overwrite=force)
    make_ready(DEFAULT_ENGINE)
    with ProgressBar() as waiting:
        result = find_steering(
            scenario,
            design,
            by=tuple(by) or USUAL_POLICIES,
            starts=tuple(begins) or None,
            quarters=quarters,
            levers=lever,
            on_progress=waiting.tell,
            seed=seed,
            days=days,
            replications=replications,
        )
    with printing_all_the_same() as attempt:
        if parquet is not None:
            attempt(lambda: result.write_table(parquet, overwrite=force))
        if chart is not None:
            figures = _draw(result)
            attempt(lambda: write_chart(figures, chart, title=service, overwrite=force))
        if as_json:
            print_json(result.to_dict())
        else:
            _print_result(result, scenario)


def _draw(result: "Steering") -> "list[go.Figure]":
    """Draw the managers of each start, needs as they vary and then all alike."""
    from sim.charts import plot_steering

    starts = dict.fromkeys((arm.has_variety, arm.start) for arm in result.arms)
    groups = (
        [arm for arm in result.arms if (arm.has_variety, arm.start) == start] for start in starts
    )
    return [plot_steering(arms) for arms in groups]


def _print_result(result: "Steering", scenario: "Scenario") -> None:
    from sim.cli.table import lay_out
    from sim.words import steering as words

    console = build_console()
    print_lines(console, (words.tell_heading(say_text(scenario.service.title)),), style="bold")
    for heading, arms in words.list_parts(result):
        print_lines(console, ("", f"**{heading}**", ""))
        for arm in arms:
            print_lines(console, (*words.tell_arm(result, arm), ""))
        heads, rows = words.heads_of_arms(arms), words.rows_of_arms(arms)
        console.print(lay_out(heads, rows, console.width, titles=2, folds=True))
    print_lines(console, ("", *words.tell_basis_of_steering(result)), style="dim")
