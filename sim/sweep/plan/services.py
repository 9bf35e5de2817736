"""The services that a plan is about, and the designs of them that are run."""

from collections.abc import Sequence
from pathlib import Path

from sim.errors import ScenarioError
from sim.experiment import SHIPPED_DESIGNS
from sim.message import Message
from sim.scenario import Scenario, load_scenario
from sim.scenario.keys import unknown
from sim.sweep.plan.asked import gather, refuse_twice

Service = Scenario | str | Path
"""A service: a scenario, the name of a shipped one, or a path to its file."""
Services = Service | Sequence[Service] | None
"""One or several; `None` for a model that is no service."""
SERVICES, DESIGNS = "services", "designs"


def read_services(services: Services) -> tuple[list[Scenario | None], list[str]]:
    """Return the scenarios of services, and what is wrong with them."""
    if services is None:
        return [None], []
    several = [services] if isinstance(services, Service) else list(services)
    scenarios, problems = gather(_read, several)
    if not several:
        problems.append(Message("{key}: found nothing, expected one or more", key=SERVICES))
    names = [scenario.service.name for scenario in scenarios]
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    return [*scenarios], [*problems, *(refuse_twice(f"{SERVICES}: {name}") for name in twice)]


def _read(service: Service) -> Scenario:
    if isinstance(service, Scenario):
        return service
    try:
        return load_scenario(service)
    except ScenarioError as error:
        place = str(service)
        lines = [Message("{key}: {problem}", key=place, problem=line) for line in error.problems]
        raise ScenarioError(place, [*lines]) from error


def read_designs(
    designs: Sequence[str] | None, scenarios: Sequence[Scenario | None]
) -> tuple[tuple[str, ...], list[str]]:
    """Return the designs that are run, and what is wrong with them."""
    known = [scenario for scenario in scenarios if scenario is not None]
    if designs is None:
        designs = SHIPPED_DESIGNS if known else ("",)
    names = (designs,) if isinstance(designs, str) else tuple(designs)
    problems: list[str] = []
    if not names:
        problems.append(Message("{key}: found nothing, expected one or more", key=DESIGNS))
    problems += [
        refuse_twice(f"{DESIGNS}: {one}") for one in sorted({*names}) if names.count(one) > 1
    ]
    for scenario in known:
        place = f"{DESIGNS}, {scenario.service.name}"
        missing = [name for name in names if name not in scenario.designs]
        problems += [unknown(place, name, scenario.designs) for name in missing]
    return names, problems
