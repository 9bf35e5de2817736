"""A simulated run as a case log: what a case system would have written of it, and nothing beyond.

What happened to a citizen is one case, whatever the attempts, and is named after its number
(``requisite citizen --id``). The first day is Monday 1 January 2018, as in `sim.holidays`. The zone
is UTC, which has no summer time: a service opens at the same hour all year, as in the model.
"""

import numpy as np
from numpy.typing import NDArray

from sim.experiment import Run, simulate
from sim.holidays import FIRST_DAY
from sim.own.caselog import SECOND_US, UNKNOWN, CaseLog
from sim.own.run_steps import Steps, list_activities, list_steps
from sim.scenario import Scenario

ZONE = "UTC"
FIRST_DAY_US = int(np.datetime64(FIRST_DAY, "us").astype(np.int64))


def simulate_caselog(
    scenario: Scenario, design: str, *, days: int | None = None, seed: int = 1
) -> CaseLog:
    """Run one design once and return its case log: see `simulate` and `build_caselog_of`.

    Raises
    ------
    RunError
        If the run cannot be made as asked.
    """
    return build_caselog_of(simulate(scenario, design, days=days, seed=seed))


def build_caselog_of(run: Run) -> CaseLog:
    """Return what a case system would have written of a run, its follow-up period included.

    It ends with its last step, since that is all that a file of it tells.
    """
    steps, case, citizens = _sort_by_case(list_steps(run))
    person, persons = _number(steps.staff)
    names, roles = zip(*list_activities(run), strict=True)
    numbers = {name: i for i, name in enumerate(dict.fromkeys(names))}
    activity, used = _number(np.array([numbers[name] for name in names])[steps.activity])
    role_of = dict(zip(names, roles, strict=True))
    activity_names = tuple(list(numbers)[i] for i in used)
    end_us = _to_us(steps.end_s)
    return CaseLog(
        case=case,
        activity=activity,
        person=person,
        end_us=end_us,
        start_us=_to_us(steps.start_s),
        role=np.array([role_of[name] for name in activity_names], np.int8),
        is_machine=np.zeros(len(persons), np.bool_),
        case_names=tuple(f"case-{i}" for i in citizens),
        activity_names=activity_names,
        person_names=tuple(f"person-{i}" for i in persons),
        zone=ZONE,
        ends_us=int(end_us.max(initial=FIRST_DAY_US)),
    )


def _sort_by_case(steps: Steps) -> tuple[Steps, NDArray[np.int32], list[int]]:
    """Sort steps by their cases, these by their first steps; return whose case is which, too."""
    in_time = np.lexsort((steps.row, steps.end_s))
    case, citizens = _number(steps.citizen[in_time])
    by_case = np.argsort(case, kind="stable")
    order = in_time[by_case]
    return Steps(*(column[order] for column in steps)), case[by_case], citizens


def _number(values: NDArray[np.int64]) -> tuple[NDArray[np.int32], list[int]]:
    """Give values numbers from 0 as they first come, and list them; `NONE` is `UNKNOWN`."""
    is_there = values >= 0
    listed, first, place = np.unique(values[is_there], return_index=True, return_inverse=True)
    by_first = np.argsort(first)
    numbers = np.empty(len(listed), np.int32)
    numbers[by_first] = np.arange(len(listed), dtype=np.int32)
    numbered = np.full(len(values), UNKNOWN, np.int32)
    numbered[is_there] = numbers[place]
    return numbered, listed[by_first].tolist()


def _to_us(calendar_s: NDArray[np.int64]) -> NDArray[np.int64]:
    return FIRST_DAY_US + calendar_s * SECOND_US
