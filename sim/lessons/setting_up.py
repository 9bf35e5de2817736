"""From a setup to scenarios: the service with the changes of each arm."""

from functools import lru_cache
from pathlib import Path

from sim.experiment import Cell
from sim.lessons.schema import Setup
from sim.lessons.terms import Input
from sim.scenario import Described, Scenario, describe_keys, load_scenario
from sim.scenario.files import shipped_folder

COUNTER = "counter/"


def load_arms(setup: Setup) -> list[Scenario]:
    """Load the scenario of each arm; arms with the same changes share one.

    Raises
    ------
    ScenarioError
        If there is no such service, or a change cannot be made.
    """
    return [_load(setup.service, (*setup.changes, *arm.changes)) for arm in setup.arms]


def build_cells(setup: Setup) -> list[Cell]:
    """Return what is run: the design of each arm, in its scenario."""
    scenarios = load_arms(setup)
    return [Cell(one, arm.design) for one, arm in zip(scenarios, setup.arms, strict=True)]


def find_input(setup: Setup, asked: Input) -> Described | None:
    """Find a quantity that was put in; `None` where there is no number of that key."""
    names = [arm.name for arm in setup.arms]
    scenario = load_arms(setup)[names.index(asked.arm)]
    described = (item for item in describe_keys(scenario) if item.key == asked.key)
    return next((item for item in described if isinstance(item.value, float)), None)


@lru_cache(maxsize=64)
def _load(service: str, changes: tuple[str, ...]) -> Scenario:
    return load_scenario(_find(service), changes)


def _find(service: str) -> str | Path:
    if service.startswith(COUNTER):
        return shipped_folder() / f"{service}.toml"
    return service
