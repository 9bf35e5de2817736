"""What one manager has made of a design, as a design that can be run beside others."""

from contextlib import closing
from typing import NamedTuple

from sim.analysis.attribution.mixes import subset_of
from sim.design import CHANGED, Design, Quantity
from sim.engines.request import StopSign
from sim.experiment import SHIPPED_DESIGNS, RunSettings, check_pair, find_frame
from sim.experiment.executors import open_executor, work_off
from sim.experiment.size import check_size
from sim.scenario import Scenario
from sim.steering.ground import Ground
from sim.steering.manager import steer
from sim.steering.planning import Manager, build_plan, check_quarters, find_managers
from sim.steering.service import Plan
from sim.steering.stance import Stance


class Became(NamedTuple):
    """What a design has become."""

    designs: tuple[str, str]
    """The two between which conditions could be moved."""
    first: tuple[str, ...]
    """The conditions that end as the first of them has them."""
    second: tuple[str, ...]
    """Those that end as the second has them."""
    staff: int
    """Members of staff at the end."""


class _Work(NamedTuple):
    ground: Ground
    start: str
    manager: Manager
    plan: Plan


def find_steered(
    scenario: Scenario,
    start: str,
    by: str,
    *,
    quarters: int,
    settings: RunSettings,
    designs: tuple[str, str] = SHIPPED_DESIGNS,
) -> tuple[Scenario, Became]:
    """Let one manager steer one history; return the service with what the design has become.

    Parameters
    ----------
    scenario, start
        The service, and the design that the manager begins with: it has the same name in the end.
    by, quarters
        What is steered by, a figure or a rule, and for how long.
    settings
        Its seed is the luck of the history, the first replication; its days are those of the pilot
        that finds the warm-up.
    designs
        The two between which conditions are moved.

    Raises
    ------
    RequisiteError
        If it cannot be done as asked.
    """
    pair, (manager,) = check_pair(scenario, designs), find_managers(scenario, [by])
    check_quarters(quarters)
    ground = Ground(scenario, pair, seed=settings.seed, engine=settings.engine)
    with open_executor(settings.engine) as workers:
        frame = find_frame(scenario, pair, settings, workers)
        plan = build_plan(settings, frame, quarters, [manager])
        check_size(scenario, plan.outcome_days[1] + plan.follow_up_days)
        works = [_Work(ground, start, manager, plan)]
        with closing(work_off(workers, _find_end, works)) as stream:
            ((_, end),) = stream
    designs_then = {**scenario.designs, start: _build_design(ground, end)}
    first, second = (subset_of(ground.levers, mix) for mix in (~end.mix, end.mix))
    became = Became(pair, first, second, end.staff)
    return scenario.model_copy(update={"designs": designs_then}), became


def _find_end(work: _Work, stop_sign: StopSign) -> Stance:
    return steer(*work, stop_sign).end


def _build_design(ground: Ground, end: Stance) -> Design:
    mixed = ground.find_mix(end)
    assert mixed is not None
    design = mixed.designs[ground.name]
    total = Quantity.model_validate({"is": float(end.staff), "from": CHANGED})
    return design.model_copy(update={"staff": design.staff.model_copy(update={"total": total})})
