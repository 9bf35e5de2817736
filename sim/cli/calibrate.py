"""`requisite calibrate`: fit what is free to the evidence, and write a new file."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import AsJson, Seed, Service

Evaluations = Annotated[
    int,
    typer.Option("--evaluations", metavar="N", help="How many candidates to try, or some more."),
]
Replications = Annotated[
    int, typer.Option("--replications", metavar="N", help="How often each is run, at least 2.")
]
Write = Annotated[
    Path | None,
    typer.Option(
        "--write",
        metavar="FILE",
        help="A new scenario file with the values that fit best; never one that is there.",
        show_default=False,
    ),
]


def calibrate(
    service: Service,
    *,
    evaluations: Evaluations = 300,
    replications: Replications = 5,
    seed: Seed = 1,
    write: Write = None,
    as_json: AsJson = False,
) -> None:
    """Fit the quantities marked `fitted` to the evidence; say what the evidence leaves open."""
    from sim.analysis.calibration import calibrate as fit
    from sim.analysis.calibration import check_new, write_scenario
    from sim.cli.calibration_report import print_calibration
    from sim.cli.check import check_measures
    from sim.cli.output import complain, print_json
    from sim.cli.progress import Waiting
    from sim.cli.readiness import make_ready
    from sim.scenario import load_scenario
    from sim.scenario.files import find_file

    source = find_file(service)
    check_measures(load_scenario(service))
    if write is not None:
        check_new(write)
    make_ready("fast")
    with Waiting("Trying candidates") as waiting:
        found = fit(
            load_scenario(service),
            evaluations=evaluations,
            replications=replications,
            seed=seed,
            on_progress=waiting.tell,
        )
    if write is not None:
        write_scenario(source, write, found)
        complain(f"written: {write}")
    if as_json:
        print_json(found.to_dict())
    else:
        print_calibration(found, write)
