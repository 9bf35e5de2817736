"""From a setup to scenarios: the service with the changes of each arm.

An arm that a manager has steered is run as what it has become: one history, of the lesson's seed
and the first replication. So what it is comes out of a run, and nothing of it stands in the file.
"""

from functools import lru_cache
from pathlib import Path

from sim.experiment import Cell, RunSettings
from sim.lessons.schema import Arm, Setup
from sim.lessons.terms import Input
from sim.scenario import Described, Scenario, describe_keys, load_scenario
from sim.scenario.files import shipped_folder
from sim.steering import Became, find_steered

COUNTER = "counter/"


def load_arms(setup: Setup) -> list[Scenario]:
    """Load the scenario of each arm; arms with the same changes share one.

    Raises
    ------
    ScenarioError
        If there is no such service, or a change cannot be made.
    """
    return [_load(setup.service, (*setup.changes, *arm.changes)) for arm in setup.arms]


def build_cells(setup: Setup, seed: int = 1) -> list[Cell]:
    """Return what is run: the design of each arm, in its scenario.

    Parameters
    ----------
    setup
        The setup.
    seed
        Which luck an arm meets that is steered.

    Raises
    ------
    RequisiteError
        If one cannot be steered as it says.
    """
    became, scenarios = find_became(setup, seed), load_arms(setup)
    return [
        Cell(became[arm.name][0] if arm.name in became else scenario, arm.design)
        for scenario, arm in zip(scenarios, setup.arms, strict=True)
    ]


def find_became(setup: Setup, seed: int) -> dict[str, tuple[Scenario, Became]]:
    """Find what each arm has become that a manager steers, by its name.

    Raises
    ------
    RequisiteError
        If one cannot be steered as it says.
    """
    bare = setup.model_copy(update={"arms": ()})
    return {arm.name: _steer(bare, arm, seed) for arm in setup.arms if arm.steered_by}


@lru_cache(maxsize=16)
def _steer(setup: Setup, arm: Arm, seed: int) -> tuple[Scenario, Became]:
    """Let one manager steer an arm; kept, since the citizens who are followed meet it as well."""
    return find_steered(
        _load(setup.service, (*setup.changes, *arm.changes)),
        arm.design,
        arm.steered_by or "",
        quarters=arm.quarters,
        settings=RunSettings(seed=seed, days=setup.days, replications=setup.replications),
    )


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
