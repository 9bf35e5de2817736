"""`requisite attribute`: which of the eight conditions does it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.options import AsJson, Changes, Chart, Days, Designs, Force, Parquet, Seed, Service

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from sim.analysis.attribution import Attribution

Replications = Annotated[
    int, typer.Option("--replications", metavar="N", help="How many, at least 2.")
]
Measures = Annotated[
    list[str],
    typer.Option(
        "--measure",
        metavar="NAME",
        help="A measure to take apart; may be given several times. If not given, those that the "
        "page shows.",
        default_factory=list,
        show_default=False,
    ),
]


def attribute(
    service: Service,
    *,
    changes: Changes,
    measure: Measures,
    design: Designs = ("functionalised", "absorbing"),
    replications: Replications = 50,
    seed: Seed = 1,
    days: Days = None,
    as_json: AsJson = False,
    parquet: Parquet = None,
    chart: Chart = None,
    force: Force = False,
) -> None:
    """Tell which condition does it: run every mix of two designs, and take the difference apart."""
    from sim.analysis.attribution import KEY_MEASURES
    from sim.analysis.attribution import attribute as attribute_difference
    from sim.cli.attribution_report import print_attribution
    from sim.cli.chart_file import write_chart
    from sim.cli.output import print_json
    from sim.cli.progress import Waiting
    from sim.cli.readiness import make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.results import check_writable
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    for path in (parquet, chart):
        if path is not None:
            check_writable(path, overwrite=force)
    make_ready(DEFAULT_ENGINE)
    with Waiting("Simulating") as waiting:
        attribution = attribute_difference(
            scenario,
            design,
            measures=tuple(dict.fromkeys(measure)) or KEY_MEASURES,
            replications=replications,
            seed=seed,
            days=days,
            on_progress=waiting.tell,
        )
    if parquet is not None:
        attribution.write_parquet(parquet, overwrite=force)
    if chart is not None:
        write_chart(list(_draw(attribution)), chart, title=service, overwrite=force)
    if as_json:
        print_json(attribution.to_dict())
    else:
        print_attribution(attribution, scenario)


def _draw(attribution: "Attribution") -> "Iterator[go.Figure]":
    """Draw shares and ladder of each measure."""
    from sim.charts import plot_ladder, plot_shares

    for measure in attribution.measures.values():
        yield plot_shares(measure)
        yield plot_ladder(measure)
