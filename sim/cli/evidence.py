"""`requisite evidence`: what the report claims beside what the simulation gives."""

from typing import Annotated

import typer

from sim.cli.options import AsJson, Engine, Seed
from sim.errors import ScenarioError

NO_EVIDENCE = "there is no [[evidence]] to judge; docs/scenario-files.md says how to add it"
Asked = Annotated[
    str | None,
    typer.Argument(
        metavar="[SERVICE|FILE]", help="One service; all that are shipped if not given."
    ),
]
Replications = Annotated[
    int, typer.Option("--replications", metavar="N", help="How many of each, at least 2.")
]


def evidence(
    service: Asked = None,
    *,
    replications: Replications = 20,
    seed: Seed = 1,
    engine: Engine = "fast",
    as_json: AsJson = False,
) -> None:
    """Judge every figure of the report: claimed, simulated, and whether they agree."""
    from sim.analysis.evidence import judge_evidence, list_others
    from sim.cli.check import check_measures
    from sim.cli.evidence_table import print_evidence
    from sim.cli.output import print_json
    from sim.cli.progress import Waiting
    from sim.cli.readiness import make_ready
    from sim.scenario import list_services, load_scenario

    scenarios = [load_scenario(name) for name in ([service] if service else list_services())]
    for scenario in scenarios:
        check_measures(scenario)
    if service and not scenarios[0].evidence:
        raise ScenarioError(scenarios[0].where, [NO_EVIDENCE])
    make_ready(engine)
    with Waiting("Simulating") as waiting:
        rows = judge_evidence(
            scenarios,
            replications=replications,
            seed=seed,
            engine=engine,
            on_progress=waiting.tell,
        )
    if service is None:
        rows += list_others(rows)
    if as_json:
        print_json([row.to_dict() for row in rows])
    else:
        print_evidence(rows, replications)
