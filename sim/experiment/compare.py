"""Comparing two designs of a service: the same citizens, with the same luck, in both."""

from collections.abc import Sequence
from typing import Literal

from sim.engines import DEFAULT_ENGINE
from sim.errors import RunError
from sim.experiment.checks import check_replications
from sim.experiment.contrast import contrast
from sim.experiment.plan import build_plan
from sim.experiment.replicate import Plan, Progress, Replications
from sim.experiment.run import RUN_OUT_DAYS
from sim.experiment.stopping import BATCH, LEAST_REPLICATIONS, MOST_REPLICATIONS, is_enough
from sim.results import (
    ENOUGH,
    FIXED,
    MAXIMUM,
    Comparison,
    build_provenance,
)
from sim.scenario import Scenario

SHIPPED_DESIGNS = ("functionalised", "absorbing")
AUTO: Literal["auto"] = "auto"
DESIGN_NAMES_TAKEN = ("unit", "difference", "by_demand_type", "reason")
"""Words that stand beside the names of designs in a result."""


def compare(
    scenario: Scenario,
    designs: Sequence[str] = SHIPPED_DESIGNS,
    *,
    replications: int | Literal["auto"] = AUTO,
    seed: int = 1,
    days: int | None = None,
    engine: str = DEFAULT_ENGINE,
    n_jobs: int | None = None,
    on_progress: Progress | None = None,
) -> Comparison:
    """Compare two designs of a service.

    Parameters
    ----------
    scenario
        The service.
    designs
        Names of two of its designs; a difference is the second less the first.
    replications
        How many times, at least 2; or "auto": until several measures are known to within 5 %, see
        `sim.experiment.stopping`.
    seed
        Which luck.
    days
        Calendar days of arrivals, warm-up included; the scenario's own number if not given.
    engine
        Name of the engine.
    n_jobs
        How many runs to make at a time; as many as there are processors if not given. The result
        does not depend on it.
    on_progress
        Called now and then with the runs done, and how many there will be or `None`.

    Raises
    ------
    RunError
        If the comparison cannot be made as asked.
    """
    _check_names(designs)
    plan = build_plan(scenario, designs, seed=seed, days=days, engine=engine, n_jobs=n_jobs)
    count = _check_replications(replications)
    total = None if count is None else count * len(designs)
    done = Replications(plan, on_progress, total)
    rule = _extend(done, plan, count)
    return _build_comparison(plan, done, rule)


def _check_names(designs: Sequence[str]) -> None:
    """Check that in a result each design has a name of its own."""
    for design in designs:
        if design in DESIGN_NAMES_TAKEN:
            raise RunError(f"a design named {design!r} cannot be compared; rename it in the file")


def _check_replications(replications: int | str) -> int | None:
    if replications == AUTO:
        return None
    if isinstance(replications, str):
        raise RunError(f"replications: found {replications}, expected a number or {AUTO!r}")
    return check_replications(replications, f", or {AUTO!r}")


def _extend(done: Replications, plan: Plan, count: int | None) -> str:
    """Make all replications; return what decided on their number, see `Provenance`."""
    if count is not None:
        done.extend(count)
        return FIXED
    done.extend(LEAST_REPLICATIONS)
    while not is_enough(*map(done.values, plan.designs)):
        if len(done) >= MOST_REPLICATIONS:
            return MAXIMUM
        done.extend(len(done) + BATCH)
    return ENOUGH


def _build_comparison(plan: Plan, done: Replications, rule: str) -> Comparison:
    first, second = plan.designs
    return Comparison(
        service=plan.scenario.service.name,
        seed=plan.seed,
        replications=len(done),
        days=plan.days,
        designs=(first, second),
        measures=contrast(plan.scenario, done.readings(first), done.readings(second)),
        by_demand_type={
            scope: contrast(
                plan.scenario, done.readings(first, scope), done.readings(second, scope)
            )
            for scope in plan.scenario.demand
        },
        provenance=build_provenance(
            plan.scenario,
            plan.designs,
            engine=plan.engine,
            seed=plan.seed,
            warm_up_day=done.warm_up_day,
            run_out_days=RUN_OUT_DAYS,
            replications_rule=rule,
        ),
    )
