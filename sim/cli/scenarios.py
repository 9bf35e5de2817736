"""`requisite services` and `requisite check`: what is shipped, and whether a file is good."""

from typing import Annotated, Any

import typer

from sim.cli import options
from sim.cli.output import build_console, print_json, print_lines
from sim.words import say_text

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
    from sim.analysis.evidence import check_evidence
    from sim.results import count_sources
    from sim.scenario import load_scenario

    scenario = load_scenario(file)
    check_evidence(scenario)
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
        from sim.words.check import tell_check

        print_lines(build_console(), tell_check(scenario))
