"""`requisite citizen`: one citizen's journey through both designs, in words."""

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.options import AsJson, Changes, Days, Designs, Engine, Replication, Seed, Service

if TYPE_CHECKING:
    from rich.table import Table

    from sim.journey import Step

Number = Annotated[
    int,
    typer.Option("--id", metavar="N", help="Number of the citizen, from 0, by order of arrival."),
]
ROOM_SIDE_BY_SIDE = 70
"""Characters below which the designs stand below each other."""


def citizen(
    service: Service,
    *,
    id: Number,
    changes: Changes,
    design: Designs = ("functionalised", "absorbing"),
    seed: Seed = 1,
    replication: Replication = 0,
    days: Days = None,
    engine: Engine = "fast",
    as_json: AsJson = False,
) -> None:
    """Tell one citizen's journey through two designs: the same need, the same luck."""
    from sim.cli.output import print_json
    from sim.cli.progress import Waiting
    from sim.cli.readiness import make_ready
    from sim.experiment import simulate
    from sim.journey import tell_journey
    from sim.scenario import load_scenario
    from sim.words import ENGLISH, current_language, speaking

    scenario = load_scenario(service, changes)
    make_ready(engine)
    journeys: dict[str, list[Step]] = {}
    with Waiting("Simulating") as waiting:
        for done, name in enumerate(design, start=1):
            run = simulate(
                scenario, name, seed=seed, replication=replication, days=days, engine=engine
            )
            with speaking(ENGLISH if as_json else current_language()):
                journeys[name] = tell_journey(run, id)
            waiting.tell(done, len(design))
    if as_json:
        told = {name: [step._asdict() for step in steps] for name, steps in journeys.items()}
        about = {"service": scenario.service.name, "citizen": id, "seed": seed}
        print_json({**about, "replication": replication, "days": run.days, "journeys": told})
    else:
        _print_journeys(f"{scenario.service.title.en}, citizen {id}", journeys)


def _print_journeys(title: str, journeys: "dict[str, list[Step]]") -> None:
    from sim.cli.output import build_console

    console = build_console()
    console.print(title, style="bold", markup=False)
    console.print()
    if console.width >= ROOM_SIDE_BY_SIDE:
        console.print(_beside(journeys))
        return
    for name, steps in journeys.items():
        console.print(name, style="bold", markup=False)
        for step in steps:
            console.print(f"{step.when}: {step.what}", markup=False)
        console.print()


def _beside(journeys: "dict[str, list[Step]]") -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 3, 1, 0))
    for name, steps in journeys.items():
        table.add_column(f"{name} ({len(steps)} steps)", overflow="fold", ratio=1)
    for row in zip_longest(*map(_by_time, journeys.values()), fillvalue=""):
        table.add_row(*map(Text, row))
    return table


def _by_time(steps: "list[Step]") -> list[str]:
    """Put what happened at one time into one paragraph."""
    moments = groupby(steps, key=lambda step: step.when)
    return ["\n".join((when, *(step.what for step in at_once))) for when, at_once in moments]
