"""Who is at work: shifts, absence and its cover, and the pressure that the day begins with."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    boundary_s_of,
    design_of,
    pattern_of,
    pools_of,
    shift_end_s_of,
    shift_start_s_of,
    shock_chance_of,
    shock_from_day_of,
    shock_until_day_of,
    workers_of,
)
from sim.engines.fast.machine.books import log_service, log_shift
from sim.engines.fast.machine.clock import at, open_day
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens, uniform
from sim.engines.fast.rules.pressure import absence_chance, feel_pressure
from sim.engines.fast.rules.queues import join_free
from sim.engines.fast.rules.stay import go_on, lay_aside
from sim.engines.fast.rules.turnover import draw_leaving, is_employed, is_in_training
from sim.engines.order import Moment
from sim.eventlog import NONE, Event
from sim.random import Stream


@inlined
def change_shift(world: Any, boundary: int) -> None:
    """Let staff come and go at a boundary of the open day, and expect the next one."""
    design = design_of(world)
    _expect_next(world, boundary, design)
    if boundary == 0:
        lay_aside(world, design)
        _open_day(world, design)
    now_s = world.now_s
    for place in range(design.pools):
        pools_of(world)[place].free_count = 0
    for place in range(design.workers + design.temps):
        worker = workers_of(world)[place]
        is_on_shift = worker.from_s <= now_s < worker.until_s
        worker.is_free = False
        if is_on_shift and worker.in_hand == NONE and not is_in_training(world, worker):
            join_free(world, worker)
        if is_on_shift and worker.from_s == now_s:
            log_shift(world, Event.PRESENT, worker, worker.pool, worker.until_s - now_s)
        go_on(world, worker)
    world.sweep = 0


@inlined
def _expect_next(world: Any, boundary: int, design: Any) -> None:
    boundaries = boundary_s_of(world)
    opens_s = world.now_s // design.day_s * design.day_s
    following = (boundary + 1) % design.boundaries
    comes_s = boundaries[world.blueprint, following] if following else design.day_s
    world.roster_s = opens_s + comes_s
    at(world, world.roster_s, Moment.ROSTER, following)


@inlined
def _open_day(world: Any, design: Any) -> None:
    """Draw who works on this day; feel the pressure of what waits for them."""
    open_day(world)
    log_service(world, Event.DAY.value, world.open_day)
    world.dip_left = max(world.dip_left - 1, 0)
    _draw_bankruptcy(world, design)
    for place in range(design.workers + design.temps):
        worker = workers_of(world)[place]
        worker.from_s = worker.until_s = 0
    for place in range(design.workers):
        worker = workers_of(world)[place]
        if not is_employed(worker, design):
            continue
        draw_leaving(world, worker)
        is_rostered = (world.weekly_day + worker.number) % design.days_per_week < design.days_on
        if is_rostered and _is_here(world, worker, design):
            _draw_presence(world, worker, design)
    feel_pressure(world)


@inlined
def _draw_bankruptcy(world: Any, design: Any) -> None:
    """Let the contractor fail, where drawn: other persons do the work from here on."""
    if not happens(design.bankruptcy, world.luck, Stream.BANKRUPTCY, world.open_day):
        return
    world.generation += 1
    for place in range(design.workers + design.temps):
        worker = workers_of(world)[place]
        if worker.is_contractor:
            again = worker.identity + world.all_workers
            worker.identity = max(worker.number + world.generation * world.all_workers, again)
    log_service(world, Event.BANKRUPT.value)


@inlined
def _is_here(world: Any, worker: Any, roster: Any) -> bool:
    """Tell whether who is on the roster is at this service today, not at other duties."""
    return happens(roster.share_of_time, worker.key, Stream.AT_SERVICE, world.open_day)


@inlined
def is_away(world: Any, worker: Any, roster: Any) -> bool:
    """Tell whether a shock keeps a worker away today: not absent, and nobody covers."""
    day, row = world.open_day, world.blueprint
    for nth in range(roster.shocks):
        is_on = shock_from_day_of(world)[row, nth] <= day < shock_until_day_of(world)[row, nth]
        if is_on and not happens(
            shock_chance_of(world)[row, nth], worker.key, Stream.SHOCK, day, nth
        ):
            return True
    return False


@inlined
def _draw_presence(world: Any, worker: Any, roster: Any) -> None:
    if is_away(world, worker, roster):
        return
    week = world.weekly_day // roster.days_per_week
    shift = pattern_of(world)[world.blueprint, (worker.number + week) % roster.pattern]
    opens_s = world.open_day * roster.day_s
    from_s = opens_s + shift_start_s_of(world)[world.blueprint, shift]
    until_s = opens_s + shift_end_s_of(world)[world.blueprint, shift]
    chance = absence_chance(world, worker)
    if not happens(chance, worker.key, Stream.ABSENCE, world.open_day):
        worker.from_s, worker.until_s = from_s, until_s
        return
    log_shift(world, Event.ABSENT, worker, worker.pool, until_s - from_s)
    if is_in_training(world, worker):
        return
    if happens(roster.cover, worker.key, Stream.COVER, world.open_day):
        _call_temp(world, worker, roster, from_s, until_s)


@inlined
def _call_temp(world: Any, absent: Any, roster: Any, from_s: int, until_s: int) -> None:
    """Let a temp cover a shift: by lot, or the next one not yet called today."""
    if roster.temps == 0:
        return
    first = int(uniform(absent.key, Stream.TEMP, world.open_day) * roster.temps)
    for turn in range(roster.temps):
        temp = workers_of(world)[roster.workers + (first + turn) % roster.temps]
        if temp.until_s == 0:
            temp.pool, temp.covers = absent.pool, absent.place
            temp.from_s, temp.until_s = from_s, until_s
            return
