"""Making a plan: all that is asked is read and checked, and all problems are told at once."""

from collections.abc import Sequence
from typing import NamedTuple

from sim.errors import RunError, ScenarioError
from sim.experiment.settings import check_luck
from sim.message import Message
from sim.scenario import Scenario
from sim.sweep.plan.asked import Varied, is_whole, read_asked, refuse_count
from sim.sweep.plan.choosing import (
    MOST_POINTS,
    check_factors,
    check_sampling,
    choose_points,
    count_points,
    with_dummy,
)
from sim.sweep.plan.factor import Factor
from sim.sweep.plan.part import Part
from sim.sweep.plan.sampling import SAMPLED, Method, Sampling
from sim.sweep.plan.services import Services, read_designs, read_services
from sim.sweep.plan.varying import find_all_ranged, find_factors

PLAN = Message("the plan")


class Wanted(NamedTuple):
    """What is asked of a plan."""

    services: Services
    designs: Sequence[str] | None
    levers: Varied
    uncertainties: Varied
    seed: int
    sampling: Sampling


def draft(method: Method, wanted: Wanted) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Return the parts of a plan, and the designs that are run.

    Raises
    ------
    ScenarioError
        If there is no such plan, with all problems at once.
    """
    scenarios, problems = read_services(wanted.services)
    designs, of_designs = read_designs(wanted.designs, scenarios)
    problems += [*of_designs, *check_sampling(method, wanted.sampling), *check_seed(wanted.seed)]
    sound = () if of_designs else designs
    factors, of_factors = _find(method, wanted, scenarios, sound)
    problems += [*of_factors, *(one for some in factors for one in check_factors(method, some))]
    refuse(problems)
    varied = [with_dummy(method, some) for some in factors]
    check_size(sum(count_points(method, some, wanted.sampling) for some in varied))
    parts = [
        Part(one, _name(one), some, choose_points(method, some, wanted.sampling, wanted.seed))
        for one, some in zip(scenarios, varied, strict=True)
    ]
    return tuple(parts), designs


def _find(
    method: Method,
    wanted: Wanted,
    scenarios: Sequence[Scenario | None],
    designs: tuple[str, ...],
) -> tuple[list[tuple[Factor, ...]], list[str]]:
    """Return what is varied: what is asked for, or in a sampled plan all that has a range."""
    asked, problems = read_asked(wanted.levers, wanted.uncertainties)
    if not (asked or problems) and method in SAMPLED:
        return find_all_ranged(scenarios, designs)
    if not asked and problems:
        return [], problems
    factors, of_factors = find_factors(scenarios, asked)
    return factors, [*problems, *of_factors]


def _name(scenario: Scenario | None) -> str:
    return "" if scenario is None else scenario.service.name


def check_seed(seed: int) -> list[str]:
    """Return what is wrong with a seed."""
    if not is_whole(seed):
        return [refuse_count("seed", seed, 0)]
    try:
        check_luck(seed)
    except RunError as error:
        return [error.args[0]]
    return []


def check_size(points: int) -> None:
    """Check that a plan has points, and no more than can be run.

    Raises
    ------
    ScenarioError
        If it has not.
    """
    if not 1 <= points <= MOST_POINTS:
        bounds = Message(
            "found {n} points, expected 1 to {most}: vary less, or take fewer values or points",
            n=points,
            most=MOST_POINTS,
        )
        raise ScenarioError(PLAN, [bounds])


def refuse(problems: list[str]) -> None:
    """Tell all problems, if there are any.

    Raises
    ------
    ScenarioError
        If there are.
    """
    if problems:
        raise ScenarioError(PLAN, list(dict.fromkeys(problems)))
