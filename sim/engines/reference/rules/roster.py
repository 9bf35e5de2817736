"""Who is at work: shifts, absence and its cover, and the pressure that the day begins with."""

from sim.engines.order import Moment
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Who, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.jobs import dispatch
from sim.engines.reference.rules.pressure import absence_chance, feel_pressure
from sim.engines.reference.rules.stay import go_on, lay_aside
from sim.engines.reference.rules.turnover import draw_leaving, is_employed, is_in_training
from sim.eventlog import Event
from sim.random import Stream, uniform


def change_shift(world: World, boundary: int) -> None:
    """Let staff come and go at a boundary of the open day, and expect the next one."""
    _expect_next(world, boundary)
    if boundary == 0:
        lay_aside(world)
        _open_day(world)
    now_s = world.clock.now_s
    for pool in world.pools:
        pool.free = []
    for worker in world.workers:
        is_free = worker.in_hand is None and not is_in_training(world, worker)
        if worker.from_s <= now_s < worker.until_s and is_free:
            world.pools[worker.pool].free.append(worker.place)
        if worker.from_s == now_s < worker.until_s:
            _log_shift(world, Event.PRESENT, worker, worker.until_s - worker.from_s)
        go_on(world, worker)
    for pool in world.pools:
        dispatch(world, pool.place)


def _expect_next(world: World, boundary: int) -> None:
    boundaries, day_s = world.blueprint.roster.boundary_s, world.blueprint.calendar.day_s
    opens_s = world.clock.now_s // day_s * day_s
    following = (boundary + 1) % len(boundaries)
    world.roster_s = opens_s + (boundaries[following] if following else day_s)
    world.clock.at(world.roster_s, Moment.ROSTER, following)


def _open_day(world: World) -> None:
    """Draw who works on this day; feel the pressure of what waits for them."""
    world.open_day = world.clock.now_s // world.blueprint.calendar.day_s
    world.log(Event.DAY, Who(), amount=world.open_day)
    world.dip_left = max(world.dip_left - 1, 0)
    _draw_bankruptcy(world)
    temps_used: set[int] = set()
    for worker in world.workers:
        worker.from_s = worker.until_s = 0
    for worker in world.workers[: len(world.blueprint.layout.worker_pool)]:
        if not is_employed(world, worker):
            continue
        draw_leaving(world, worker)
        if _is_rostered(world, worker) and _is_here(world, worker):
            _draw_presence(world, worker, temps_used)
    feel_pressure(world)


def _draw_bankruptcy(world: World) -> None:
    """Let the contractor fail, where drawn: other persons do the work from here on."""
    chance = world.blueprint.layout.bankruptcy
    if chance <= 0 or not happens(chance, world.luck, Stream.BANKRUPTCY, world.open_day):
        return
    world.generation += 1
    for worker in world.workers:
        if worker.is_contractor:
            again = worker.identity + len(world.workers)
            worker.identity = max(worker.place + world.generation * len(world.workers), again)
    world.log(Event.BANKRUPT, Who())


def _is_rostered(world: World, worker: Worker) -> bool:
    calendar = world.blueprint.calendar
    day = calendar.weekly_day(world.open_day)
    return (day + worker.place) % calendar.days_per_week < world.blueprint.roster.days_on


def _is_here(world: World, worker: Worker) -> bool:
    """Tell whether who is on the roster is at this service today, not at other duties."""
    share = world.blueprint.roster.share_of_time
    return share >= 1 or happens(share, worker.key, Stream.AT_SERVICE, world.open_day)


def is_away(world: World, worker: Worker) -> bool:
    """Tell whether a shock keeps a worker away today: not absent, and nobody covers."""
    roster, day = world.blueprint.roster, world.open_day
    for nth, chance in enumerate(roster.shock_chance):
        is_on = roster.shock_from_day[nth] <= day < roster.shock_until_day[nth]
        if is_on and not happens(chance, worker.key, Stream.SHOCK, day, nth):
            return True
    return False


def _draw_presence(world: World, worker: Worker, temps_used: set[int]) -> None:
    if is_away(world, worker):
        return
    roster, day = world.blueprint.roster, world.open_day
    calendar = world.blueprint.calendar
    week = calendar.weekly_day(day) // calendar.days_per_week
    shift = roster.pattern[(worker.place + week) % len(roster.pattern)]
    opens_s = day * world.blueprint.calendar.day_s
    from_s, until_s = opens_s + roster.shift_start_s[shift], opens_s + roster.shift_end_s[shift]
    if not happens(absence_chance(world, worker), worker.key, Stream.ABSENCE, day):
        worker.from_s, worker.until_s = from_s, until_s
        return
    _log_shift(world, Event.ABSENT, worker, until_s - from_s)
    if is_in_training(world, worker):
        return
    if happens(roster.cover, worker.key, Stream.COVER, day):
        _call_temp(world, worker, from_s, until_s, temps_used)


def _call_temp(
    world: World, absent: Worker, from_s: int, until_s: int, temps_used: set[int]
) -> None:
    """Let a temp cover a shift: by lot, or the next one not yet called today."""
    temps = world.blueprint.roster.temps
    first = int(uniform(absent.key, Stream.TEMP, world.open_day) * temps)
    turns = ((first + turn) % temps for turn in range(temps))
    index = next((index for index in turns if index not in temps_used), None)
    if index is None:
        return
    temps_used.add(index)
    temp = world.workers[len(world.blueprint.layout.worker_pool) + index]
    temp.pool, temp.covers = absent.pool, absent.place
    temp.from_s, temp.until_s = from_s, until_s


def _log_shift(world: World, kind: Event, worker: Worker, seconds: int) -> None:
    who = Who(staff=worker.identity, pool=worker.pool)
    world.log(kind, who, int(worker.is_temp), seconds)
