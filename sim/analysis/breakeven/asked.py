"""What a search for a break-even is asked for, and whether it can be made."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sim.engines import DEFAULT_ENGINE
from sim.errors import RunError
from sim.experiment import SHIPPED_DESIGNS
from sim.experiment.checks import check_replications
from sim.experiment.plan import build_plan
from sim.experiment.replicate import Plan
from sim.measures import Measure, find_measure
from sim.scenario import Scenario, load_scenario
from sim.scenario.parse import Raw

COST = "cost_per_citizen_helped"
LEAST_POINTS, MOST_POINTS = 2, 1_000


class Asked(NamedTuple):
    """What is asked for, whatever is varied.

    Attributes
    ----------
    service
        Name of a shipped service, or a path to a TOML file.
    changes
        Changes to it, such as ``staff.total=20``, made before anything is varied.
    measure
        The measure in which the designs are compared.
    designs
        Two of its designs; a difference is the second less the first.
    points
        How many values to look at first, evenly over the range.
    replications
        How many at each of them.
    seed
        Which luck: the same at each of them.
    days
        Calendar days of arrivals; the scenario's own number if not given.
    n_jobs
        How many runs to make at a time; as many as there are processors if not given.
    """

    service: str | Path
    changes: Sequence[str] = ()
    measure: str = COST
    designs: tuple[str, str] = SHIPPED_DESIGNS
    points: int = 13
    replications: int = 10
    seed: int = 1
    days: int | None = None
    n_jobs: int | None = None


class Ground(NamedTuple):
    """What was asked for, read and found to be possible.

    Attributes
    ----------
    raw
        The file's table, which every change is made to.
    scenario
        The scenario with the changes that were asked for, before anything is varied.
    plan
        What is replicated at each value, with that scenario.
    measure
        The measure.
    """

    raw: Raw
    scenario: Scenario
    plan: Plan
    measure: Measure


def read_ground(asked: Asked) -> Ground:
    """Read what is asked for.

    Raises
    ------
    RequisiteError
        If it is impossible.
    """
    scenario = load_scenario(asked.service, asked.changes)
    return Ground(
        raw=scenario.to_table(),
        scenario=scenario,
        plan=_build_plan(asked, scenario),
        measure=find_measure(asked.measure),
    )


def _build_plan(asked: Asked, scenario: Scenario) -> Plan:
    check_replications(asked.replications)
    check_points("points", asked.points)
    return build_plan(
        scenario,
        asked.designs,
        seed=asked.seed,
        days=asked.days,
        engine=DEFAULT_ENGINE,
        n_jobs=asked.n_jobs,
        by_type=False,
    )


def check_points(name: str, count: int) -> None:
    """Check how many values are to be looked at.

    Raises
    ------
    RunError
        If they are too few or too many.
    """
    if not LEAST_POINTS <= count <= MOST_POINTS:
        raise RunError(f"{name}: found {count}, expected {LEAST_POINTS} to {MOST_POINTS}")
