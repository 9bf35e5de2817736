"""`requisite evidence`: what the report claims beside what the simulation gives."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli import options
from sim.cli.leave_one_out import Asked as LeftOut
from sim.cli.leave_one_out import leave_one_out
from sim.cli.output import build_console, print_json, print_lines
from sim.errors import RunError, ScenarioError
from sim.message import Message
from sim.words import say, say_text

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from sim.analysis.evidence import EvidenceRow
    from sim.scenario import Scenario

Labels = Mapping[str, str]
NO_EVIDENCE = Message(
    "there is no [[evidence]] to judge; docs/scenario-files.md says how to add it"
)
ROOM_FOR_TABLE = 100
"""Characters below which there is no table, but a list."""
STYLES = {"within": "green", "outside": "red"}
ALL_OF_THEM = Message("--leave-one-out is about all services that are shipped: name none")
NOT_SEARCHED = Message("--evaluations is of a search: say --leave-one-out as well")
Asked = Annotated[str | None, typer.Argument(metavar="[SERVICE|FILE]")]
LeaveOneOut = Annotated[bool, typer.Option("--leave-one-out")]
Evaluations = Annotated[int | None, typer.Option("--evaluations", metavar="N", show_default=False)]


def evidence(
    service: Asked = None,
    *,
    replications: options.Replications = 20,
    seed: options.Seed = 1,
    engine: options.Engine = "fast",
    left_out: LeaveOneOut = False,
    evaluations: Evaluations = None,
    as_json: options.AsJson = False,
) -> None:
    """Judge every figure of the report."""
    if not left_out and evaluations is not None:
        raise RunError(NOT_SEARCHED)
    if not left_out:
        _judge(service, replications, seed, engine, as_json)
        return
    if service is not None:
        raise RunError(ALL_OF_THEM)
    asked: LeftOut = {"judged": replications, "seed": seed, "engine": engine}
    if evaluations is not None:
        asked["evaluations"] = evaluations
    leave_one_out(asked, as_json)


def _judge(service: str | None, replications: int, seed: int, engine: str, as_json: bool) -> None:
    from sim.analysis.evidence import check_evidence, judge_evidence, list_others
    from sim.cli.progress import ProgressBar, make_ready
    from sim.scenario import list_redesigns, list_services, load_scenario

    asked = [service] if service else [*list_services(), *list_redesigns()]
    scenarios = [load_scenario(name) for name in asked]
    for scenario in scenarios:
        check_evidence(scenario)
    if service and not scenarios[0].evidence:
        raise ScenarioError(scenarios[0].where, [NO_EVIDENCE])
    make_ready(engine)
    with ProgressBar() as waiting:
        rows = judge_evidence(
            scenarios, replications=replications, seed=seed, engine=engine, on_progress=waiting.tell
        )
    if service is None:
        rows += list_others(rows)
    if as_json:
        print_json([row.to_dict() for row in rows])
    else:
        _print_evidence(rows, scenarios, replications)


def _print_evidence(
    rows: Sequence["EvidenceRow"], scenarios: Sequence["Scenario"], replications: int
) -> None:
    """Print a table for each service, then how much of it is matched."""
    from sim.scenario import list_redesigns
    from sim.words.evidence import REPLICATIONS, tell_fitted, tell_tally
    from sim.words.out_of_sample import tell_out_of_sample

    console, by_name = build_console(), {one.service.name: one for one in scenarios}
    forecast = [row for row in rows if row.service in list_redesigns()]
    rows = [row for row in rows if row not in forecast]
    _print_redesigns(console, by_name, forecast)
    simulated = [row for row in rows if row.measure]
    for name, group in groupby(simulated, key=lambda row: row.service):
        _print_service(console, by_name[name or ""], list(group))
    _print_others(console, [row for row in rows if not row.measure])
    if rows:
        print_lines(console, (" ".join(tell_tally(rows)),))
    if simulated:
        print_lines(console, (" ".join(tell_out_of_sample(rows)),))
    if simulated:
        print_lines(console, (tell_fitted(rows),))
    print_lines(console, (say(REPLICATIONS, replications=replications),), style="dim")


def _print_redesigns(
    console: "Console", scenarios: Mapping[str, "Scenario"], rows: Sequence["EvidenceRow"]
) -> None:
    """Print what was forecast of a redesign, and what was observed; it is counted by itself."""
    from sim.words.redesign import CAVEAT, tell_before, tell_forecasts, tell_idea

    for name, group in groupby(rows, key=lambda row: row.service):
        of_it = list(group)
        print_lines(console, (tell_idea(scenarios[name or ""], of_it),))
        print_lines(console, [f"  {said}" for said in tell_forecasts(of_it)])
        print_lines(console, (tell_before(of_it), say(CAVEAT)), style="dim")
        console.print()


def _print_service(console: "Console", scenario: "Scenario", rows: list["EvidenceRow"]) -> None:
    from sim.words.evidence import SERVICE, label_types, tell_reasons

    service, fitted = scenario.service, rows[0].fitted
    heading = say(SERVICE, title=say_text(service.title), name=service.name, fitted=fitted)
    print_lines(console, (heading,))
    console.print(build_evidence(rows, label_types(scenario), console.width))
    print_lines(console, tell_reasons(rows), style="dim")
    console.print()


def build_evidence(rows: Sequence["EvidenceRow"], labels: Labels, width: int) -> "RenderableType":
    """Build a table of judged figures, or where it has no room a list; `width` in characters."""
    from sim.cli.table import lay_out
    from sim.words.evidence import COLUMNS

    cells = [list(_cells(row, labels)) for row in rows]
    return lay_out(list(map(say, COLUMNS)), cells, width, room=ROOM_FOR_TABLE, titles=2)


def _cells(row: "EvidenceRow", labels: Labels) -> "Iterator[str | Text]":
    from rich.text import Text

    from sim.words.evidence import VERDICTS, tell_figure, write_figures

    yield row.id
    yield tell_figure(row, labels)
    yield from write_figures(row)
    yield Text(say(VERDICTS[row.verdict]), style=STYLES.get(row.verdict, ""))


def _print_others(console: "Console", rows: list["EvidenceRow"]) -> None:
    from sim.words.evidence import NOT_OF_A_SERVICE, tell_claim, tell_why

    if not rows:
        return
    print_lines(console, (say(NOT_OF_A_SERVICE),), style="bold")
    for row in rows:
        print_lines(console, (f"  {tell_claim(row)}",))
        print_lines(console, (f"    {tell_why(row)}",), style="dim")
    console.print()
