"""What a target does: near its due date people make an effort for a case, and bear it."""

from typing import Any

from sim.engines.fast.machine.arrays import cases_of, design_of, pools_of
from sim.engines.fast.machine.clock import service_s
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens, uniform
from sim.random import Stream


@inlined
def is_near(world: Any, case: Any) -> bool:
    """Tell whether a case is nearly due."""
    near_s = design_of(world).near_s
    return case.due_cal_s - near_s <= world.now_cal_s and world.now_cal_s <= case.due_cal_s


@inlined
def hurry(world: Any, task: Any, pace: int) -> int:
    """Return the pace of a job (ppm): faster than its usual one where its case is nearly due."""
    design = design_of(world)
    if design.effort_ppm == 0 or not is_near(world, cases_of(world)[task.case]):
        return pace
    pool = pools_of(world)[task.pool]
    speed_ppm = max(pool.speed_ppm - design.effort_ppm, design.speed_floor_ppm)
    return pace * speed_ppm // pool.speed_ppm


@inlined
def bear(world: Any, task: Any, saved_s: int) -> None:
    """Let a pool bear the effort by which seconds of a job were saved."""
    pools_of(world)[task.pool].effort_s += saved_s


@inlined
def fetched_s(world: Any, case: Any, lies_until_s: int) -> int:
    """Return when a case that lies is taken up: before its due date, if it is fetched for that."""
    decision, due_cal_s = design_of(world), case.due_cal_s
    if decision.effort <= 0 or world.now_cal_s > due_cal_s:
        return lies_until_s
    from_s = max(service_s(world, due_cal_s - decision.near_s), world.now_s)
    until_s = min(service_s(world, due_cal_s), lies_until_s)
    about = case.attempt, case.function, case.rounds
    if from_s >= until_s or not happens(decision.effort, case.key, Stream.FETCH, *about):
        return lies_until_s
    return from_s + int(uniform(case.key, Stream.FETCH_TIME, *about) * (until_s - from_s))
