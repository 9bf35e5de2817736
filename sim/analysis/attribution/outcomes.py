"""What every mix yields: the same citizens, with the same luck, in all of them."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint, build_blueprint
from sim.engines import get_engine
from sim.engines.setting import Setting
from sim.experiment import RUN_OUT_DAYS, Progress
from sim.experiment.replicate import DAYS_AT_ONCE, LEAST_AT_ONCE, Plan
from sim.experiment.run import SERVICE_LUCK
from sim.ledger import Ledger
from sim.measures import build_view, measure
from sim.population import draw_citizens
from sim.random.keyed import key

Values = NDArray[np.float64]


class Outcomes(NamedTuple):
    """What the mixes yield.

    Attributes
    ----------
    values
        Of each measure that applies in every run, its values: shape (replications, mixes).
    left_out
        Of each other measure, why it does not apply, and in how many runs.
    """

    values: dict[str, Values]
    left_out: dict[str, str]


class _Run(NamedTuple):
    replication: int
    place: int
    """Place of the design in the plan."""
    ledger: Ledger


def measure_outcomes(
    plan: Plan,
    measures: Sequence[str],
    replications: int,
    warm_up_day: int,
    on_progress: Progress | None = None,
) -> Outcomes:
    """Run all designs of a plan, and take some measures of each run.

    Parameters
    ----------
    plan
        What is to be run.
    measures
        Names of the measures.
    replications
        How many times.
    warm_up_day
        The day on which the cohort begins.
    on_progress
        Called now and then with the runs done, and how many there will be.
    """
    shape = (replications, len(plan.designs))
    values = {name: np.full(shape, np.nan) for name in measures}
    reasons: dict[str, str] = {}
    for run in _make_runs(plan, replications, on_progress):
        design = plan.designs[run.place]
        view = build_view(run.ledger, plan.scenario, design, warm_up_day, plan.days)
        for name, reading in measure(view, measures).items():
            if reading.value is None:
                reasons.setdefault(name, reading.reason or "it does not apply")
            else:
                values[name][run.replication, run.place] = reading.value
    left_out = {name: _say_why(reasons[name], values[name]) for name in measures if name in reasons}
    return Outcomes({n: v for n, v in values.items() if n not in reasons}, left_out)


def _make_runs(plan: Plan, replications: int, on_progress: Progress | None) -> Iterator[_Run]:
    """Make all runs, and hold only the ledgers of a few at a time."""
    simulate_many = get_engine(plan.engine).simulate_many
    blueprints = [build_blueprint(plan.scenario, name) for name in plan.designs]
    at_once = max(DAYS_AT_ONCE // plan.days, LEAST_AT_ONCE)
    total, done = replications * len(blueprints), 0
    for replication in range(replications):
        settings = _settings(plan, blueprints, replication)
        for start in range(0, len(settings), at_once):
            tell = partial(_tell, on_progress, done, total)
            few = settings[start : start + at_once]
            for place, ledger in enumerate(
                simulate_many(few, n_jobs=plan.n_jobs, on_done=tell), start
            ):
                yield _Run(replication, place, ledger)
            done += len(few)


def _settings(plan: Plan, blueprints: list[Blueprint], replication: int) -> list[Setting]:
    """Return the run of each design: the same citizens, with the same luck, in all."""
    days = plan.days + RUN_OUT_DAYS
    citizens = draw_citizens(plan.scenario, plan.seed, replication, days)
    luck = key(plan.seed, replication, SERVICE_LUCK)
    return [Setting(blueprint, citizens, luck, days) for blueprint in blueprints]


def _tell(on_progress: Progress | None, done_before: int, total: int, done: int) -> None:
    if on_progress is not None:
        on_progress(done_before + done, total)


def _say_why(reason: str, values: Values) -> str:
    missing = int(np.isnan(values).sum())
    return reason if missing == values.size else f"{reason} (in {missing} of {values.size} runs)"
