"""From the histories of some managers to what is told of each arm."""

from collections.abc import Iterator, Sequence

import numpy as np

from sim.analysis.attribution.mixes import subset_of
from sim.experiment import SIGNS, Sample
from sim.experiment.intervals import build_interval
from sim.experiment.settling import GREW, Settling, judge_settling
from sim.measures import MEASURES, Scale
from sim.results import Interval
from sim.scenario import Scenario
from sim.steering.ground import Ground
from sim.steering.manager import History
from sim.steering.policy import first_of
from sim.steering.service import Plan
from sim.steering.steering import Arm, Change, Step

COST = "cost_per_citizen_helped"
OUTCOME = (
    COST,
    "unit_cost_per_activity",
    "failure_demand_share",
    "end_to_end_days",
    "unmet_need_share",
    "faces_per_case",
    "faces_per_month",
    "paid_cost_per_month",
    "work_joy",
)
"""What is told of the year after, as far as it applies."""

Histories = dict[tuple[bool, str, str], list[History]]
"""By variety, start and policy (none where nobody steers): those of all replications."""


def list_arms(
    scenario: Scenario,
    grounds: dict[bool, Ground],
    histories: Histories,
    plan: Plan,
    *,
    is_warm: bool,
) -> Iterator[Arm]:
    """List what each manager has made of each design, beside what it is where nobody steers.

    Parameters
    ----------
    scenario, grounds
        The service, and with variety and without what managers moved.
    histories
        What came of it.
    plan
        How they were made: it has the measures of each quarter, and of the year after.
    is_warm
        Whether the start of the runs has worn off when that year begins.
    """
    outcome = [name for name in plan.outcome if name not in SIGNS or name in plan.seen]
    for (has_variety, start, by), steered in histories.items():
        if not by:
            continue
        nobody = histories[has_variety, start, ""]
        samples = _sample(nobody, steered)
        yield Arm(
            by=by,
            start=start,
            has_variety=has_variety,
            second=_count_second(grounds[has_variety], steered),
            staff=build_interval([history.end.staff for history in steered], Scale.AMOUNT),
            quantities=_read_quantities(grounds[has_variety], steered),
            kept=build_interval([_count_kept(history) for history in steered], Scale.AMOUNT),
            outcome=dict(_list_changes(scenario, samples, outcome)),
            settling=_judge(samples, 1, steered, is_warm=is_warm),
            before=_judge(samples, 0, nobody, is_warm=is_warm),
            story=tuple(_tell_story(grounds[has_variety], by, steered[0])),
            course={name: _average(steered, name) for name in plan.seen},
        )


def _judge(
    samples: dict[str, Sample], place: int, histories: Sequence[History], *, is_warm: bool
) -> Settling:
    """Judge whether it settles; it does not if one of its histories has grown beyond memory."""
    if any(history.grew for history in histories):
        return GREW
    return judge_settling(samples, place, is_warm=is_warm)


def _tell_story(ground: Ground, by: str, history: History) -> Iterator[Step]:
    name = first_of(by)
    for quarter in history.quarters:
        yield Step(
            tried=quarter.tried,
            is_kept=quarter.is_kept,
            figure=quarter.seen[name].value,
            cost=quarter.seen[COST].value,
            second=subset_of(ground.levers, quarter.stance.mix),
            staff=quarter.stance.staff,
            quantities=ground.read(quarter.stance),
        )


def _count_second(ground: Ground, histories: Sequence[History]) -> dict[str, float]:
    return {
        lever: float(np.mean([history.end.mix >> nth & 1 for history in histories]))
        for nth, lever in enumerate(ground.levers)
    }


def _read_quantities(ground: Ground, histories: Sequence[History]) -> dict[str, Interval]:
    ends = [ground.read(history.end) for history in histories]
    return {
        lever.key: build_interval(
            [end[lever.key] for end in ends],
            Scale.SHARE if lever.is_share else Scale.AMOUNT,
        )
        for lever in ground.quantities
    }


def _count_kept(history: History) -> int:
    return sum(quarter.is_kept for quarter in history.quarters)


def _sample(nobody: Sequence[History], steered: Sequence[History]) -> dict[str, Sample]:
    """Return a sample of each measure: nobody in its first column, the manager in its second.

    Nothing is known of all of a column if one of its histories has grown beyond memory: those that
    are left are the better ones.
    """
    pairs = [(one.outcome, other.outcome) for one, other in zip(nobody, steered, strict=True)]
    grew = [any(history.grew for history in column) for column in (nobody, steered)]
    return {
        name: Sample(
            np.where(grew, np.nan, [[_number(one[name].value) for one in pair] for pair in pairs]),
            np.full((len(steered), 2), None, object),
            np.array([[_number(one[name].whole) for one in pair] for pair in pairs]),
        )
        for name in pairs[0][0]
    }


def _number(value: float | None) -> float:
    """Return a value; NaN where there is none."""
    return float("nan") if value is None else float(value)


def _list_changes(
    scenario: Scenario, samples: dict[str, Sample], outcome: Sequence[str]
) -> Iterator[tuple[str, Change]]:
    for name in outcome:
        sample, unit = samples[name], MEASURES[name].unit
        if np.isnan(sample.values).all() and name != COST:
            continue
        yield (
            name,
            Change(
                unit.in_currency(scenario.service.currency),
                sample.interval_of(0, unit.scale),
                sample.interval_of(1, unit.scale),
                sample.difference(unit.scale),
            ),
        )


def _average(histories: Sequence[History], name: str) -> tuple[float | None, ...]:
    """Return the mean of a measure in each quarter, of the replications that have a value."""
    return tuple(
        float(np.mean(known))
        if (known := [value for value in values if value is not None])
        else None
        for values in zip(
            *([quarter.seen[name].value for quarter in history.quarters] for history in histories),
            strict=True,
        )
    )
