"""`requisite attribute`: which of the eight conditions does it."""

from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.output import (
    build_console,
    complain,
    print_json,
    print_lines,
    printing_all_the_same,
    write_chart,
)
from sim.words import say, say_text

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from rich.console import Console

    from sim.analysis.attribution import Attributed, Attribution
    from sim.scenario import Scenario

LONG_S = 10.0
"""What takes longer is told before it begins."""
Measures = Annotated[
    list[str], typer.Option("--measure", metavar="NAME", default_factory=list, show_default=False)
]


def attribute(
    service: options.Service,
    *,
    changes: options.Changes,
    measure: Measures,
    design: options.Designs = ("functionalised", "absorbing"),
    replications: options.Replications = 50,
    seed: options.Seed = 1,
    days: options.Days = None,
    as_json: options.AsJson = False,
    parquet: options.Parquet = None,
    chart: options.Chart = None,
    force: options.Force = False,
) -> None:
    """Run every mix of two designs, and take the difference apart."""
    from sim.analysis.attribution import KEY_MEASURES
    from sim.analysis.attribution import attribute as attribute_difference
    from sim.cli.progress import ProgressBar, make_ready
    from sim.design import CONDITIONS
    from sim.engines import DEFAULT_ENGINE
    from sim.experiment import open_executor_for
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    options.check_files(parquet, chart, overwrite=force)
    make_ready(DEFAULT_ENGINE)
    most_runs = 2 ** len(CONDITIONS) * replications
    with ProgressBar() as waiting, open_executor_for(DEFAULT_ENGINE, most_runs) as workers:
        attribution = attribute_difference(
            scenario,
            design,
            measures=tuple(dict.fromkeys(measure)) or KEY_MEASURES,
            replications=replications,
            seed=seed,
            days=days,
            executor=workers,
            on_estimate=_tell_estimate,
            on_progress=waiting.tell,
        )
    with printing_all_the_same() as attempt:
        if parquet is not None:
            attempt(lambda: attribution.write_table(parquet, overwrite=force))
        if chart is not None:
            figures = _draw(attribution)
            attempt(lambda: write_chart(figures, chart, title=service, overwrite=force))
        if as_json:
            print_json(attribution.to_dict())
        else:
            _print_attribution(attribution, scenario)


def _tell_estimate(runs: int, seconds: float) -> None:
    """Tell how long it will take, if that is long."""
    from sim.words.attribution import tell_estimate

    if seconds >= LONG_S:
        complain(tell_estimate(runs, seconds))


def _draw(attribution: "Attribution") -> "list[go.Figure]":
    """Draw shares and ladder of each measure."""
    from sim.charts import plot_ladder, plot_shares

    measures = attribution.measures.values()
    return [plot(measure) for measure in measures for plot in (plot_shares, plot_ladder)]


def _print_attribution(attribution: "Attribution", scenario: "Scenario") -> None:
    from sim.scenario import has_visits
    from sim.words.attribution import tell_basis_of_attribution, tell_heading
    from sim.words.comparison import VISITS

    console = build_console()
    heading = tell_heading(say_text(scenario.service.title), attribution.designs)
    print_lines(console, (heading,), style="bold")
    for measure in attribution.measures.values():
        _print_measure(console, attribution, measure)
    print_lines(console, ("",))
    if has_visits(scenario):
        print_lines(console, (say(VISITS),), style="dim")
    print_lines(console, tell_basis_of_attribution(attribution), style="dim")


def _print_measure(console: "Console", attribution: "Attribution", measure: "Attributed") -> None:
    """Print the parts of one measure, the ladder, and what pairs do."""
    from sim.cli.table import lay_out
    from sim.words import attribution as words
    from sim.words.numbers import write_unit

    title = f"**{say(measure.title)} ({write_unit(measure.unit)})**"
    print_lines(console, ("", title, words.tell_whole(attribution.designs, measure), ""))
    heads, rows = words.heads_of_shares(measure), words.rows_of_shares(measure)
    console.print(lay_out(heads, rows, console.width, folds=True))
    if len(measure.shares) > 1:
        heads, steps = list(map(say, words.HEADS_OF_LADDER)), words.rows_of_ladder(measure)
        console.print()
        console.print(lay_out(heads, steps, console.width, justify="left", folds=True))
        print_lines(console, ("", *words.tell_parts(measure)))
