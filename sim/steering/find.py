"""Finding where managers come to: from both designs, over many seeds, with variety and without."""

from collections.abc import Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import replace
from typing import NamedTuple, Unpack

from sim.engines.request import StopSign
from sim.errors import RunError, mismatch
from sim.experiment import (
    SHIPPED_DESIGNS,
    Progress,
    RunKeywords,
    RunSettings,
    check_pair,
    find_frame,
    find_provenance,
)
from sim.experiment.executors import open_executor, work_off
from sim.experiment.size import check_size
from sim.experiment.warmup import find_turnover
from sim.message import Message
from sim.scenario import Scenario
from sim.steering.arms import Histories, list_arms
from sim.steering.ground import Ground
from sim.steering.levers import read_levers
from sim.steering.manager import History, steer
from sim.steering.planning import Manager, build_plan, check_quarters, find_managers
from sim.steering.service import QUARTER_DAYS, Plan
from sim.steering.steering import Steering

USUAL = RunSettings(replications=20)
USUAL_POLICIES = ("unit_cost", "failure_demand", "end_to_end_cost")
QUARTERS = 20
NO_VARIETY = "demand.variety=0"


class _Work(NamedTuple):
    """One history to be made."""

    ground: Ground
    start: str
    manager: Manager | None
    plan: Plan


def find_steering(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    settings: RunSettings = USUAL,
    *,
    by: Sequence[str] = USUAL_POLICIES,
    starts: Sequence[str] | None = None,
    quarters: int = QUARTERS,
    varieties: Sequence[bool] = (True, False),
    levers: Sequence[str] = (),
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    **keywords: Unpack[RunKeywords],
) -> Steering:
    """Find where managers come to who differ in nothing but the figure that they steer by.

    Parameters
    ----------
    scenario, designs
        The service, and the two of its designs between which conditions are moved.
    settings
        How it is run; its days are those of the pilot that finds the warm-up.
    by
        What managers steer by: figures, see `read_policy`, or `RULES`.
    starts
        The designs that they begin with; both if not given.
    quarters
        How many quarters each has.
    varieties
        Whether needs vary as the scenario says, or are all alike: each of them that is asked for.
    levers
        Quantities that can be moved besides conditions and staff, see `read_levers`.
    executor
        Where histories are made; what suits the engine if not given. The result does not depend on
        it.
    on_progress
        Called with the histories done, and how many there will be.
    **keywords
        Settings one by one, in place of those in `settings`.

    Raises
    ------
    RequisiteError
        If it cannot be done as asked.
    """
    settings, pair = replace(settings, **keywords), check_pair(scenario, designs)
    managers, begin = find_managers(scenario, by), _check_starts(pair, starts)
    check_quarters(quarters)
    quantities = read_levers(scenario, pair, levers)
    count = settings.count()
    with open_executor(settings.engine, executor) as workers:
        frame = find_frame(scenario, pair, settings, workers)
        plan = build_plan(settings, frame, quarters, managers)
        check_size(scenario, plan.outcome_days[1] + plan.follow_up_days)
        grounds = {
            has_variety: Ground(
                varied, pair, quantities, seed=settings.seed, engine=settings.engine
            )
            for has_variety, varied in ((True, scenario), (False, scenario.changed(NO_VARIETY)))
            if has_variety in varieties
        }
        works = {
            (has_variety, start, manager.name if manager else "", replication): _Work(
                ground, start, manager, plan._replace(replication=replication)
            )
            for replication in range(count)
            for has_variety, ground in grounds.items()
            for start in begin
            for manager in (None, *managers)
        }
        histories = _make(works, workers, on_progress)
    is_warm = _is_warm(scenario, plan)
    return Steering(
        service=scenario.service.name,
        seed=settings.seed,
        replications=count,
        designs=pair,
        levers=next(iter(grounds.values())).levers,
        quantities=quantities,
        quarters=quarters,
        quarter_days=QUARTER_DAYS,
        from_day=plan.from_day,
        outcome_days=plan.outcome_days,
        arms=tuple(list_arms(scenario, grounds, histories, plan, is_warm=is_warm)),
        provenance=find_provenance(scenario, pair, settings, frame),
    )


def _is_warm(scenario: Scenario, plan: Plan) -> bool:
    """Tell whether most clients of the start have gone when the year begins that is told of."""
    from_day, to_day = plan.outcome_days
    turnover = find_turnover(scenario, to_day)
    return turnover.is_over and turnover.day <= from_day


def _check_starts(pair: tuple[str, str], starts: Sequence[str] | None) -> tuple[str, ...]:
    begin = tuple(dict.fromkeys(starts or pair))
    for start in begin:
        if start not in pair:
            raise RunError(mismatch("--from", start, Message.verbatim(", ".join(pair))))
    return begin


def _make(
    works: dict[tuple[bool, str, str, int], _Work],
    workers: Executor,
    on_progress: Progress | None,
) -> Histories:
    """Make all histories, in any order; return those of each arm by replication."""
    made: dict[tuple[bool, str, str, int], History] = {}
    if on_progress is not None:
        on_progress(0, len(works))
    with closing(work_off(workers, _steer_one, works.items())) as stream:
        for (place, _), history in stream:
            made[place] = history
            if on_progress is not None:
                on_progress(len(made), len(works))
    histories: Histories = {}
    for place in works:
        histories.setdefault(place[:3], []).append(made[place])
    return histories


def _steer_one(work: tuple[object, _Work], stop_sign: StopSign) -> History:
    return steer(*work[1], stop_sign)
