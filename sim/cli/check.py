"""`requisite check`: tell whether a scenario file is good."""

from typing import Annotated, Any

import typer

from sim.cli.options import AsJson
from sim.errors import ScenarioError
from sim.scenario import Scenario
from sim.scenario.keys import nearest

File = Annotated[str, typer.Argument(metavar="FILE|SERVICE", help="A TOML file, or a service.")]


def check_measures(scenario: Scenario, where: str) -> None:
    """Check that the evidence is about measures that there are.

    Raises
    ------
    ScenarioError
        If there is no such measure.
    """
    from sim.metrics import MEASURES

    asked = [(f"evidence.{i}.measure", e.measure) for i, e in enumerate(scenario.evidence)]
    unknown = [(key, name) for key, name in asked if name not in MEASURES]
    if unknown:
        problems = [f'{key}: found "{name}", {nearest(name, [*MEASURES])}' for key, name in unknown]
        raise ScenarioError(where, problems)


def check(file: File, as_json: AsJson = False) -> None:
    """Check a scenario file; tell all its problems at once."""
    from sim.cli.basis import tell_sources
    from sim.cli.loading import load
    from sim.cli.output import build_console, print_json
    from sim.results import count_sources

    scenario, origin = load(file)
    check_measures(scenario, origin.file)
    sources = count_sources(scenario, tuple(scenario.designs))
    found: dict[str, Any] = {
        "file": origin.file,
        "sha256": origin.sha256,
        "service": scenario.service.name,
        "demand": list(scenario.demand),
        "designs": list(scenario.designs),
        "sources": sources,
    }
    if as_json:
        print_json(found)
        return
    console = build_console()
    console.print(f"{origin.file} is a good scenario file: {scenario.service.title.en}.")
    console.print(f"Demand types: {', '.join(scenario.demand)}.")
    console.print(f"Designs: {', '.join(scenario.designs)}.")
    console.print(tell_sources(sources))
