"""`requisite services` and `requisite check`: what is shipped, and whether a file is good."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines
from sim.errors import ScenarioError
from sim.message import Message
from sim.words import say, say_text
from sim.words.designs import name_design_fully

if TYPE_CHECKING:
    from sim.scenario import Scenario

File = Annotated[str, typer.Argument(metavar="FILE|SERVICE")]


def services(as_json: options.AsJson = False) -> None:
    """List the services that are shipped."""
    from sim.scenario import list_services, load_scenario

    shipped = [load_scenario(name).service for name in list_services()]
    if as_json:
        keys = ("name", "title", "about")
        print_json([{key: service.model_dump()[key] for key in keys} for service in shipped])
        return
    for service in shipped:
        title = f"**{service.name}**  {say_text(service.title)}"
        print_lines(build_console(), (title, f"  {say_text(service.about)}"))


def check(file: File, as_json: options.AsJson = False) -> None:
    """Check a scenario file; tell all its problems at once."""
    from sim.results import count_sources
    from sim.scenario import load_scenario

    scenario = load_scenario(file)
    check_measures(scenario)
    origin = scenario.origin
    assert origin is not None
    found: dict[str, Any] = {
        "file": origin.file,
        "sha256": origin.sha256,
        "service": scenario.service.name,
        "demand": list(scenario.demand),
        "designs": list(scenario.designs),
        "sources": count_sources(scenario, tuple(scenario.designs)),
    }
    if as_json:
        print_json(found)
    else:
        _print_check(scenario, found)


def _print_check(scenario: "Scenario", found: dict[str, Any]) -> None:
    from sim.words.basis import tell_sources
    from sim.words.numbers import write_list

    title = say_text(scenario.service.title)
    labels = [f"{say_text(demand.label)} ({name})" for name, demand in scenario.demand.items()]
    names = [say(name_design_fully(name)) for name in scenario.designs]
    good = Message("{file} is a good scenario file: {title}.", file=found["file"], title=title)
    lines = (
        good,
        Message("Kinds of need: {labels}.", labels=write_list(labels)),
        Message("Designs: {names}.", names=write_list(names)),
    )
    print_lines(build_console(), (*map(say, lines), tell_sources(found["sources"])))


def check_measures(scenario: "Scenario") -> None:
    """Check that the evidence is about measures and claims that there are.

    Raises
    ------
    ScenarioError
        If there is no such measure or claim.
    """
    from sim.analysis.evidence import load_claims
    from sim.measures import MEASURES
    from sim.scenario.keys import nearest

    measures, claims = [*MEASURES], [*load_claims()]
    asked = [
        (f"evidence.{i}.{key}", name, known)
        for i, item in enumerate(scenario.evidence)
        for key, name, known in (("measure", item.measure, measures), ("claim", item.claim, claims))
        if name is not None
    ]
    problems: list[str] = [
        Message('{key}: found "{name}", {hint}', key=key, name=name, hint=nearest(name, known))
        for key, name, known in asked
        if name not in known
    ]
    if problems:
        raise ScenarioError(scenario.where, problems)
