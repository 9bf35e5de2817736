"""Dividing the staff of a design between its pools by where the work is.

A world may have twice the calls of the next. Whoever ran the service would not leave the front
office as it was: with the file's division, a design of several pools chokes in one of them while
the others stand idle, and loses for no reason of its own. So in every world the staff are divided
anew, as evenly as whole persons can be.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.design import CHANGED, Design
from sim.eventlog import Event
from sim.experiment import RunSettings, simulate
from sim.scenario import Scenario, build_scenario

AMPLE = 10
"""So many times the staff is enough for nobody to wait, and for no call to ask how it goes."""
PILOT_DAYS = 150
"""Calendar days of the runs that tell where the work is."""
Load = NDArray[np.float64]


def divide_staff(scenario: Scenario, designs: Sequence[str], settings: RunSettings) -> Scenario:
    """Return the scenario with the staff of some designs divided by where the work is.

    First by the work there is where nobody waits, then once more by the work of a run with the
    staff there are, in which those who wait call.
    """
    for design in designs:
        if count_pools(scenario.designs[design]) > 1:
            load = _measure_load(scenario.with_more_staff(AMPLE), design, settings)
            scenario = _divide(scenario, design, load)
            load = _measure_load(scenario, design, settings)
            scenario = _divide(scenario, design, load)
    return scenario


def count_pools(design: Design) -> int:
    """Return how many pools a team has: the front office, if any, and the functions."""
    return len(design.functions.pools) + int(_has_front(design))


def _has_front(design: Design) -> bool:
    return design.centralisation.front_office_staff.value > 0


def _measure_load(scenario: Scenario, design: str, settings: RunSettings) -> Load:
    """Return the busy seconds of each pool in one run, all teams together."""
    days = min(PILOT_DAYS, settings.days_of(scenario))
    run = simulate(scenario, design, seed=settings.seed, days=days, engine=settings.engine)
    finished, pools = run.log.of_kind(Event.FINISH), count_pools(scenario.designs[design])
    return np.asarray(np.bincount(finished.pool % pools, finished.amount, pools), np.float64)


def _divide(scenario: Scenario, design: str, load: Load) -> Scenario:
    teams = int(scenario.designs[design].centralisation.teams.value)
    workers = share_out(scenario.count_staff(design) // teams, load)
    shares = [{"is": float(count / workers.sum()), "from": CHANGED} for count in workers]
    raw = scenario.to_table()
    table = raw["designs"][design]
    if _has_front(scenario.designs[design]):
        table["centralisation"]["front_office_staff"] = shares.pop(0)
    for pool, share in zip(table["functions"]["pools"], shares, strict=True):
        pool["staff"] = share
    return build_scenario(raw, scenario.where)


def share_out(workers: int, load: Load) -> NDArray[np.int64]:
    """Share out whole workers: one each, and every other to the pool with most to do per head."""
    given = np.ones(len(load), np.int64)
    for _ in range(workers - len(load)):
        given[np.argmax(load / given)] += 1
    return given
