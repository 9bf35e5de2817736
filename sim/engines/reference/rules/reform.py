"""Reform day: the design changes while people wait.

Jobs in hand finish as they were begun, by the same worker, whose pool they count in from now on.
Waiting work re-enters where the same share of its content is done in the new design. All that is
settled or drawn later follows the new one.
"""

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.staff import Pool, Task, Who, build_pools
from sim.engines.reference.machine.world import World, as_plain
from sim.engines.reference.rules.attempt import divide, plan, queue_decision, queue_work
from sim.engines.reference.rules.jobs import offer
from sim.engines.reference.rules.pressure import count_shifts
from sim.engines.reference.rules.queues import contact_pool, function_pool, leave, pool_of
from sim.engines.reference.rules.route import come_to
from sim.engines.reference.rules.turnover import take_on
from sim.eventlog import Event, Job


def reform(world: World, _about: None) -> None:
    """Change to the next design."""
    waiting = [leave(world, pool) for pool in world.pools for _ in range(pool.length)]
    old_pools = world.pools
    assert world.next_blueprint is not None
    employed = world.blueprint.roster.employed
    world.blueprint = world.next_blueprint
    world.reforms += 1
    expect_reform(world)
    world.dip_left = world.blueprint.pressure.dip_days
    world.log(Event.REFORM, Who())
    world.pools = build_pools(world.blueprint)
    _move_staff(world, old_pools)
    take_on(world, employed)
    for case in world.cases:
        if case.is_in_hand:
            place_case(world, case, case.handling.function)
        else:
            move_case(world, case)
    for task in waiting:
        move_task(world, task)


def expect_reform(world: World) -> None:
    """Expect the next change of design, if one is to come."""
    if world.reforms < len(world.coming_reforms):
        coming, calendar = world.coming_reforms[world.reforms], world.blueprint.calendar
        world.next_blueprint = as_plain(coming.blueprint)
        world.clock.at(calendar.open_days(coming.day) * calendar.day_s, Moment.REFORM, None)


def _move_staff(world: World, old_pools: list[Pool]) -> None:
    """Let the staff go over, with the standards they have come to hold and what they have borne."""
    for pool in world.pools:
        for name in ("speed_ppm", "cut_ppm", "standard_ppm", "lasting_ppm"):
            setattr(pool, name, sum(getattr(old, name) for old in old_pools) // len(old_pools))
    free = {place for pool in old_pools for place in pool.free}
    layout = world.blueprint.layout
    for worker in world.workers[: len(layout.worker_pool)]:
        worker.pool = layout.worker_pool[worker.place]
        worker.is_contractor = bool(layout.outsourced[worker.place])
    for temp in world.workers[len(layout.worker_pool) :]:
        temp.pool = world.workers[temp.covers].pool
    for worker in world.workers:
        if worker.in_hand is not None:
            worker.in_hand.pool = worker.pool
    count_shifts(world)
    for place in sorted(free):
        world.pools[world.workers[place].pool].free.append(place)


def move_case(world: World, case: Case) -> None:
    """Let a case stand in the new design where the same share of content is done."""
    place_case(world, case, 0)
    case.reforms = world.reforms
    case.handling.worked = 0
    need = case.need
    if not need.fresh_s:
        return
    done_s, again_s = need.content_s - sum(need.fresh_s), sum(need.again_s)
    need.fresh_s = _remaining(divide(world, need.content_s), done_s)
    need.again_s = divide(world, again_s)
    need.passed_s = divide(world, sum(need.passed_s))
    to_do = (f for f, s in enumerate(need.fresh_s) if s or again_s)
    function = next(to_do, world.blueprint.layout.functions - 1)
    case.handling.function = come_to(world, case, function)


def place_case(world: World, case: Case, function: int) -> None:
    """Let calls about a case find a pool of the new design."""
    layout = world.blueprint.layout
    case.team = int(case.person.team * layout.teams)
    case.handling.function = min(function, layout.functions - 1)


def _remaining(portions: list[int], done_s: int) -> list[int]:
    """Take what is done off the portions, from the first on."""
    remaining = []
    for portion in portions:
        taken = min(portion, max(done_s, 0))
        done_s -= taken
        remaining.append(portion - taken)
    return remaining


def move_task(world: World, task: Task) -> None:
    """Let waiting work wait where it belongs in the new design; the wait so far is on record."""
    case = task.case
    world.log(Event.MOVE, task.who, task.kind, world.clock.now_s - task.entered_s)
    if task.kind == Job.WORK:
        queue_work(world, case)
    elif task.kind in (Job.DECIDE, Job.EXCEPTION):
        queue_decision(world, case, task.kind)
    elif task.kind == Job.INTAKE and not world.blueprint.layout.has_front:
        plan(world, case)
    else:
        _place_task(world, task)
        offer(world, task)


def _place_task(world: World, task: Task) -> None:
    case = task.case
    if task.kind == Job.INTAKE:
        task.pool = pool_of(world, case, 0)
    elif task.kind == Job.CALL:
        task.pool = contact_pool(world, case)
    else:
        task.pool = function_pool(world, case)
