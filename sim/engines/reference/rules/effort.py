"""What a target does: near its due date people make an effort for a case, and bear it.

From `near_s` before a case is due until it is, who works on it goes faster, within the limit that
holds under pressure too, and a case that lies may be fetched. Past due the target has nothing left
to win. What is saved so is borne like pressure: see `sim.engines.reference.rules.pressure`.
"""

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.random import Stream, uniform


def is_near(world: World, case: Case) -> bool:
    """Tell whether a case is nearly due."""
    due_cal_s = case.dates.due_cal_s
    return due_cal_s - world.blueprint.decision.near_s <= world.now_cal_s <= due_cal_s


def hurry(world: World, task: Task, pace: int) -> int:
    """Return the pace of a job (ppm): faster than its usual one where its case is nearly due."""
    effort_ppm, pool = world.blueprint.decision.effort_ppm, world.pools[task.pool]
    if effort_ppm == 0 or not is_near(world, task.case):
        return pace
    speed_ppm = max(pool.speed_ppm - effort_ppm, world.blueprint.pressure.speed_floor_ppm)
    return pace * speed_ppm // pool.speed_ppm


def bear(world: World, task: Task, saved_s: int) -> None:
    """Let a pool bear the effort by which seconds of a job were saved."""
    world.pools[task.pool].effort_s += saved_s


def fetched_s(world: World, case: Case, lies_until_s: int) -> int:
    """Return when a case that lies is taken up: before its due date, if it is fetched for that."""
    decision, service_s = world.blueprint.decision, world.blueprint.calendar.service_s
    due_cal_s = case.dates.due_cal_s
    if decision.effort <= 0 or world.now_cal_s > due_cal_s:
        return lies_until_s
    from_s = max(service_s(due_cal_s - decision.near_s), world.clock.now_s)
    until_s = min(service_s(due_cal_s), lies_until_s)
    about = (case.attempt, case.handling.function, case.handling.rounds)
    if from_s >= until_s or not happens(decision.effort, case.key, Stream.FETCH, *about):
        return lies_until_s
    return from_s + int(uniform(case.key, Stream.FETCH_TIME, *about) * (until_s - from_s))
