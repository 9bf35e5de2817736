"""Reform day: the design changes while people wait.

Jobs in hand finish as they were begun. Waiting work re-enters where the same share of its content
is done in the new design. All that is settled or drawn later follows the new one.
"""

from typing import Any

from sim.engines.fast.arrays import (
    cases_of,
    design_of,
    follow_design,
    outsourced_of,
    pools_of,
    tasks_of,
    worker_pool_of,
    workers_of,
)
from sim.engines.fast.books import log_service, log_task
from sim.engines.fast.compiled import inlined
from sim.engines.fast.move import move_case, place_case
from sim.engines.fast.queues import contact_pool, function_pool, join_free, leave, pool_of
from sim.engines.fast.slots import give_back_task
from sim.engines.fast.staffing import measure_pools
from sim.engines.fast.status import (
    ENTER_AGAIN,
    PLAN,
    QUEUE_DECISION,
    QUEUE_EXCEPTION,
    QUEUE_WORK,
)
from sim.eventlog import NONE, Event, Job


@inlined
def reform(world: Any) -> None:
    """Change to the next design. The waiting jobs stand in a chain, to be moved one by one."""
    pools = design_of(world).pools
    world.moving = _leave_all(world, pools)
    follow_design(world, world.next_blueprint)
    world.next_blueprint = NONE
    world.reforms += 1
    design = design_of(world)
    world.dip_left = design.dip_days
    log_service(world, Event.REFORM.value)
    _move_staff(world, design, pools)
    for slot in range(world.cases_used):
        case = cases_of(world)[slot]
        if case.citizen == NONE:
            continue
        if case.is_in_hand:
            place_case(world, case, case.function)
        else:
            move_case(world, case)


@inlined
def _leave_all(world: Any, pools: int) -> int:
    """Let every waiting job leave its queue; return the first of a chain of them."""
    tasks, first, last = tasks_of(world), NONE, NONE
    for place in range(pools):
        pool = pools_of(world)[place]
        while pool.length > 0:
            task = leave(world, pool)
            task.next = NONE
            if first == NONE:
                first = task.place
            else:
                tasks[last].next = task.place
            last = task.place
    return first


@inlined
def _move_staff(world: Any, design: Any, old_pools: int) -> None:
    """Let the staff go over, with the standards they have come to hold and what they have borne."""
    speed = cut = standard = lasting = 0
    for place in range(old_pools):
        pool = pools_of(world)[place]
        speed += pool.speed_ppm
        cut += pool.cut_ppm
        standard += pool.standard_ppm
        lasting += pool.lasting_ppm
    measure_pools(world, design)
    for place in range(design.pools):
        pool = pools_of(world)[place]
        pool.speed_ppm, pool.cut_ppm = speed // old_pools, cut // old_pools
        pool.standard_ppm, pool.lasting_ppm = standard // old_pools, lasting // old_pools
    for place in range(design.workers + design.temps):
        worker = workers_of(world)[place]
        if worker.is_temp:
            worker.pool = workers_of(world)[worker.covers].pool
        else:
            worker.pool = worker_pool_of(world)[world.blueprint, place]
            worker.is_contractor = outsourced_of(world)[world.blueprint, place] != 0
        if worker.is_free:
            join_free(world, worker)


@inlined
def move_task(world: Any) -> int:
    """Let the next waiting job wait where it belongs in the new design; return its case's step."""
    task = tasks_of(world)[world.moving]
    case = cases_of(world)[task.case]
    world.case, world.moving = case.slot, task.next
    log_task(world, Event.MOVE, task, task.kind, world.now_s - task.entered_s)
    kind = task.kind
    if kind == Job.INTAKE and design_of(world).has_front:
        task.pool = pool_of(world, case, 0)
    elif kind == Job.CALL:
        task.pool = contact_pool(world, case)
    elif kind == Job.VISIT or kind == Job.EXTRA_VISIT:
        task.pool = function_pool(world, case)
    else:
        give_back_task(world, task, case)
        if kind == Job.WORK:
            return QUEUE_WORK
        if kind == Job.INTAKE:
            return PLAN
        return QUEUE_DECISION if kind == Job.DECIDE else QUEUE_EXCEPTION
    world.job_number = task.place
    return ENTER_AGAIN
