"""`requisite attribute`: which of the eight conditions does it."""

from typing import Annotated

import typer

from sim.cli.options import AsJson, Changes, Days, Designs, Force, Parquet, Seed, Service

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
    force: Force = False,
) -> None:
    """Tell which condition does it: run every mix of two designs, and take the difference apart."""
    from sim.attribution import KEY_MEASURES
    from sim.attribution import attribute as attribute_difference
    from sim.cli.attribution_report import print_attribution
    from sim.cli.loading import load
    from sim.cli.output import print_json
    from sim.cli.progress import Waiting
    from sim.cli.readiness import make_ready
    from sim.engines import DEFAULT_ENGINE
    from sim.results import check_writable

    scenario, origin = load(service, changes)
    if parquet is not None:
        check_writable(parquet, overwrite=force)
    make_ready(DEFAULT_ENGINE)
    with Waiting("Simulating") as waiting:
        attribution = attribute_difference(
            scenario,
            design,
            measures=tuple(dict.fromkeys(measure)) or KEY_MEASURES,
            replications=replications,
            seed=seed,
            days=days,
            origin=origin,
            on_progress=waiting.tell,
        )
    if parquet is not None:
        attribution.write_parquet(parquet, overwrite=force)
    if as_json:
        print_json(attribution.to_dict())
    else:
        print_attribution(attribution, scenario)
