"""Content worked off: standard time, pressure, pace, and what is cut or passed on."""

from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Task, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.effort import bear, hurry
from sim.eventlog import Activity, Event
from sim.random import Stream, uniform
from sim.units import MILLION


def work_content(world: World, task: Task, worker: Worker, function: int, usual_ppm: int) -> None:
    """Work off one function's content, as far as standard time and pressure allow."""
    need = task.case.need
    fresh_s, again_s = need.fresh_s[function], need.again_s[function]
    to_do_s = fresh_s + again_s
    limit_s = allowed_s(world, task, to_do_s)
    done_fresh_s = min(fresh_s, limit_s)
    done_again_s = min(again_s, limit_s - done_fresh_s)
    need.fresh_s[function] = fresh_s - done_fresh_s
    need.again_s[function] = 0
    if to_do_s == 0:
        return
    task.case.staff.hands.add(worker.identity)
    _spend_on_content(world, task, done_fresh_s, done_again_s, pace_ppm(world, task, usual_ppm))
    if limit_s < to_do_s:
        _cut(world, task, function, to_do_s - limit_s)


def allowed_s(world: World, task: Task, to_do_s: int) -> int:
    """Return how much of so much content standard time and pressure allow.

    Pressure cuts jobs, not seconds of each: of so many jobs that less content is done as it asks,
    some are left half done. One second off every job would leave every need unmet.
    """
    pool, cap_s = world.pools[task.pool], world.blueprint.work.cap_s
    limit_s = to_do_s if cap_s < 0 else min(to_do_s, cap_s)
    lacking_ppm = MILLION - min(pool.cut_ppm, pool.standard_ppm)
    if lacking_ppm == 0:
        return limit_s
    chance_ppm = min(2 * lacking_ppm, MILLION)
    drawn = uniform(task.case.key, Stream.CUT_SHORT, *task.draw_key)
    if drawn * MILLION >= chance_ppm:
        return limit_s
    return min(limit_s, to_do_s - to_do_s * lacking_ppm // chance_ppm)


def _spend_on_content(world: World, task: Task, fresh_s: int, again_s: int, usual: int) -> None:
    pace, floor_s = hurry(world, task, usual), world.blueprint.work.floor_s
    value_s = fresh_s * pace // MILLION
    rework_s = again_s * pace // MILLION
    if pace < usual:
        usual_s = fresh_s * usual // MILLION + again_s * usual // MILLION
        bear(world, task, max(usual_s, floor_s) - max(value_s + rework_s, floor_s))
    task.spend(Activity.VALUE, value_s)
    task.spend(Activity.REWORK, rework_s)
    task.spend(Activity.OVERSERVICE, floor_s - value_s - rework_s)
    for step, content_s in ((0, fresh_s), (1, again_s)):
        if content_s:
            task.note(Event.CONTENT, step, content_s)


def pace_ppm(world: World, task: Task, usual_ppm: int) -> int:
    """Working time of a second of content (ppm): gains, pressure, and a dip after reform."""
    work, pool = world.blueprint.work, world.pools[task.pool]
    pace = usual_ppm * pool.speed_ppm // MILLION
    if task.case.handling.is_planned:
        pace -= pace * work.planned_gain_ppm // MILLION
    pressure = world.blueprint.pressure
    if world.dip_left:
        pace += pace * pressure.dip_ppm // MILLION * world.dip_left // pressure.dip_days
    return pace


def _cut(world: World, task: Task, function: int, cut_s: int) -> None:
    case, passes_on = task.case, world.blueprint.work.passes_on
    task.note(Event.CUT, function, cut_s)
    left_s = case.need.fresh_s[function]
    if left_s and happens(passes_on, case.key, Stream.PASS_ON, case.attempt, function):
        case.need.fresh_s[function] = 0
        case.need.passed_s[function] += left_s
        task.note(Event.PASS_ON, function, left_s)
    elif left_s:
        case.handling.is_cut = True
