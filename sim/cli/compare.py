"""`requisite compare`: two designs side by side."""

from typing import Annotated, Literal

import typer

from sim.cli.options import AsJson, Changes, Days, Designs, Engine, Force, Parquet, Seed, Service

Replications = Annotated[
    str,
    typer.Option(
        "--replications",
        metavar="N|auto",
        help="How many, at least 2; auto: until several measures are known to within 5 %.",
    ),
]


def compare(
    service: Service,
    *,
    changes: Changes,
    design: Designs = ("functionalised", "absorbing"),
    replications: Replications = "auto",
    seed: Seed = 1,
    days: Days = None,
    engine: Engine = "fast",
    as_json: AsJson = False,
    parquet: Parquet = None,
    force: Force = False,
) -> None:
    """Compare two designs of a service: the same citizens, with the same luck, in both."""
    from sim.analysis.comparison import compare as compare_designs
    from sim.cli.output import print_json
    from sim.cli.progress import Waiting
    from sim.cli.readiness import make_ready
    from sim.cli.report import print_report
    from sim.results import check_writable
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    if parquet is not None:
        check_writable(parquet, overwrite=force)
    make_ready(engine)
    with Waiting("Simulating") as waiting:
        comparison = compare_designs(
            scenario,
            design,
            replications=read_replications(replications),
            seed=seed,
            days=days,
            engine=engine,
            on_progress=waiting.tell,
        )
    if parquet is not None:
        comparison.write_parquet(parquet, overwrite=force)
    if as_json:
        print_json(comparison.to_dict())
    else:
        print_report(comparison, scenario)


def read_replications(text: str) -> int | Literal["auto"]:
    """Read how many replications are asked for.

    Raises
    ------
    RunError
        If it is neither a whole number nor "auto".
    """
    from sim.errors import RunError

    if text == "auto":
        return "auto"
    try:
        return int(text)
    except ValueError:
        expected = 'expected a whole number or "auto"'
        raise RunError(f"--replications: found {text!r}, {expected}") from None
