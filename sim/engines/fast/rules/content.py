"""Content worked off: standard time, pressure, pace, and what is cut or passed on."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    again_s_of,
    cases_of,
    design_of,
    fresh_s_of,
    passed_s_of,
    pools_of,
)
from sim.engines.fast.machine.books import note, spend
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import happens, uniform
from sim.engines.fast.rules.effort import bear, hurry
from sim.eventlog import Activity, Event
from sim.random import Stream
from sim.units import MILLION


@compiled
def work_content(
    world: Any, task: Any, case: Any, known: Any, function: int, usual_ppm: int
) -> None:
    """Work off one function's content, as far as standard time and pressure allow."""
    fresh_s, again_s = (
        fresh_s_of(world)[case.slot, function],
        again_s_of(world)[case.slot, function],
    )
    to_do_s = fresh_s + again_s
    limit_s = allowed_s(world, task, case, to_do_s)
    done_fresh_s = min(fresh_s, limit_s)
    done_again_s = min(again_s, limit_s - done_fresh_s)
    fresh_s_of(world)[case.slot, function] = fresh_s - done_fresh_s
    again_s_of(world)[case.slot, function] = 0
    if to_do_s == 0:
        return
    case.hands_count += not known.is_hand
    known.is_hand = True
    _spend_on_content(world, task, done_fresh_s, done_again_s, pace_ppm(world, task, usual_ppm))
    if limit_s < to_do_s:
        _cut(world, task, case, function, to_do_s - limit_s)


@inlined
def allowed_s(world: Any, task: Any, case: Any, to_do_s: int) -> int:
    """Return how much of so much content standard time and pressure allow."""
    pool, cap_s = pools_of(world)[task.pool], design_of(world).cap_s
    limit_s = to_do_s if cap_s < 0 else min(to_do_s, cap_s)
    lacking_ppm = MILLION - min(pool.cut_ppm, pool.standard_ppm)
    if lacking_ppm == 0:
        return limit_s
    chance_ppm = min(2 * lacking_ppm, MILLION)
    drawn = uniform(case.key, Stream.CUT_SHORT, task.draw_key_0, task.draw_key_1, task.draw_key_2)
    if drawn * MILLION >= chance_ppm:
        return limit_s
    return min(limit_s, to_do_s - to_do_s * lacking_ppm // chance_ppm)


@inlined
def _spend_on_content(world: Any, task: Any, fresh_s: int, again_s: int, usual: int) -> None:
    pace, floor_s = hurry(world, task, usual), design_of(world).floor_s
    value_s = fresh_s * pace // MILLION
    rework_s = again_s * pace // MILLION
    if pace < usual:
        usual_s = fresh_s * usual // MILLION + again_s * usual // MILLION
        bear(world, task, max(usual_s, floor_s) - max(value_s + rework_s, floor_s))
    spend(world, task, Activity.VALUE, value_s)
    spend(world, task, Activity.REWORK, rework_s)
    spend(world, task, Activity.OVERSERVICE, floor_s - value_s - rework_s)
    if fresh_s:
        note(world, task, Event.CONTENT, 0, fresh_s)
    if again_s:
        note(world, task, Event.CONTENT, 1, again_s)


@inlined
def pace_ppm(world: Any, task: Any, usual_ppm: int) -> int:
    """Working time of a second of content (ppm): gains, pressure, and a dip after reform."""
    design = design_of(world)
    pace = usual_ppm * pools_of(world)[task.pool].speed_ppm // MILLION
    if design.planned_gain_ppm and cases_of(world)[task.case].is_planned:
        pace -= pace * design.planned_gain_ppm // MILLION
    if world.dip_left:
        pace += pace * design.dip_ppm // MILLION * world.dip_left // design.dip_days
    return pace


@inlined
def _cut(world: Any, task: Any, case: Any, function: int, cut_s: int) -> None:
    passes_on = design_of(world).passes_on
    note(world, task, Event.CUT, function, cut_s)
    left_s = fresh_s_of(world)[case.slot, function]
    if not left_s:
        return
    if happens(passes_on, case.key, Stream.PASS_ON, case.attempt, function):
        fresh_s_of(world)[case.slot, function] = 0
        passed_s_of(world)[case.slot, function] += left_s
        note(world, task, Event.PASS_ON, function, left_s)
    else:
        case.is_cut = True
