"""`requisite check`: tell whether a scenario file is good."""

from typing import Annotated, Any

import typer

from sim.cli.options import AsJson
from sim.errors import ScenarioError
from sim.scenario import Scenario, load_scenario
from sim.scenario.keys import nearest

File = Annotated[str, typer.Argument(metavar="FILE|SERVICE", help="A TOML file, or a service.")]


def check_measures(scenario: Scenario) -> None:
    """Check that the evidence is about measures and claims that there are.

    Raises
    ------
    ScenarioError
        If there is no such measure or claim.
    """
    from sim.analysis.evidence import load_claims
    from sim.measures import MEASURES

    measures, claims = [*MEASURES], [*load_claims()]
    asked = [
        (f"evidence.{i}.{key}", name, known)
        for i, item in enumerate(scenario.evidence)
        for key, name, known in (("measure", item.measure, measures), ("claim", item.claim, claims))
        if name is not None
    ]
    problems = [
        f'{key}: found "{name}", {nearest(name, known)}'
        for key, name, known in asked
        if name not in known
    ]
    if problems:
        raise ScenarioError(scenario.where, problems)


def check(file: File, as_json: AsJson = False) -> None:
    """Check a scenario file; tell all its problems at once."""
    from sim.cli.basis import tell_sources
    from sim.cli.output import build_console, print_json
    from sim.results import count_sources

    scenario = load_scenario(file)
    check_measures(scenario)
    origin = scenario.origin
    assert origin is not None
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
