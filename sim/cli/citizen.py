"""`requisite citizen`: one citizen's journey through both designs, in words."""

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines
from sim.message import Message
from sim.words import ENGLISH, current_language, say, say_text, speaking
from sim.words.designs import name_design_fully

if TYPE_CHECKING:
    from rich.table import Table

    from sim.journey import Step, Summary

Number = Annotated[int, typer.Option("--id", metavar="N")]
ROOM_SIDE_BY_SIDE = 70
"""Characters below which the designs stand below each other."""


def citizen(
    service: options.Service,
    *,
    id: Number,
    changes: options.Changes,
    design: options.Designs = ("functionalised", "absorbing"),
    seed: options.Seed = 1,
    replication: options.Replication = 0,
    days: options.Days = None,
    engine: options.Engine = "fast",
    as_json: options.AsJson = False,
) -> None:
    """Tell one citizen's journey through two designs."""
    from sim.cli.progress import ProgressBar, make_ready
    from sim.experiment import simulate
    from sim.journey import summarise_journey, tell_journey
    from sim.scenario import load_scenario

    scenario = load_scenario(service, changes)
    make_ready(engine)
    journeys: dict[str, list[Step]] = {}
    summaries: dict[str, Summary] = {}
    with ProgressBar() as waiting:
        for done, name in enumerate(design, start=1):
            run = simulate(
                scenario, name, seed=seed, replication=replication, days=days, engine=engine
            )
            with speaking(ENGLISH if as_json else current_language()):
                journeys[name] = tell_journey(run, id)
            summaries[name] = summarise_journey(run, id)
            waiting.tell(done, len(design))
    if as_json:
        told = {name: [step._asdict() for step in steps] for name, steps in journeys.items()}
        about = {"service": scenario.service.name, "citizen": id, "seed": seed}
        about |= {"replication": replication, "days": run.days}
        summed = {name: summary._asdict() for name, summary in summaries.items()}
        print_json({**about, "summaries": summed, "journeys": told})
    else:
        is_client = bool(run.population.visits_per_day[id])
        sums = [_tell_summary(summary, is_client) for summary in summaries.values()]
        _print_journeys(say_text(scenario.service.title), id, journeys, sums)


def _tell_summary(summary: "Summary", is_client: bool) -> str:
    from sim.words.journey import tell_summary
    from sim.words.numbers import write_money

    money = write_money(summary.cost, summary.currency, 0)
    counts = (summary.days, summary.contacts, summary.visits, summary.faces)
    return tell_summary(*counts, money, is_client=is_client)


def _print_journeys(
    title: str, number: int, journeys: "dict[str, list[Step]]", sums: list[str]
) -> None:
    console = build_console()
    heading = Message("**{title}, citizen {number}**", title=title, number=number)
    print_lines(console, (say(heading),))
    print_lines(console, (" | ".join(sums), ""), style="bold")
    if console.width >= ROOM_SIDE_BY_SIDE:
        console.print(_beside(journeys))
        return
    for name, steps in journeys.items():
        print_lines(console, (say(name_design_fully(name)),), style="bold")
        print_lines(console, (*(f"{step.when}: {step.what}" for step in steps), ""))


def _beside(journeys: "dict[str, list[Step]]") -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 3, 1, 0))
    for key, steps in journeys.items():
        name = name_design_fully(key)
        head = Message.counted("{name}: {n} step", "{name}: {n} steps", n=len(steps), name=name)
        table.add_column(say(head), overflow="fold", ratio=1)
    for row in zip_longest(*map(_by_time, journeys.values()), fillvalue=""):
        table.add_row(*map(Text, row))
    return table


def _by_time(steps: "list[Step]") -> list[str]:
    """Put what happened at one time into one paragraph."""
    moments = groupby(steps, key=lambda step: step.when)
    return ["\n".join((when, *(step.what for step in at_once))) for when, at_once in moments]
