"""Reform day: the design changes while people wait.

Jobs in hand finish as they were begun, by the same worker, whose pool they count in from now on.
Waiting work re-enters where the same share of its content is done in the new design. All that is
settled or drawn later follows the new one.
"""

from typing import Any

from sim.engines.fast.machine.arrays import (
    again_s_of,
    cases_of,
    coming_reforms_of,
    design_of,
    follow_design,
    fresh_s_of,
    outsourced_of,
    passed_s_of,
    pools_of,
    portions_of,
    runs_of,
    tasks_of,
    worker_pool_of,
    workers_of,
)
from sim.engines.fast.machine.books import log_service, log_task
from sim.engines.fast.machine.clock import at
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.slots import give_back_task
from sim.engines.fast.machine.staffing import measure_pools
from sim.engines.fast.machine.steps import (
    ENTER_AGAIN,
    PLAN,
    QUEUE_DECISION,
    QUEUE_EXCEPTION,
    QUEUE_WORK,
)
from sim.engines.fast.rules.arrive import place_in_team
from sim.engines.fast.rules.attempt import divide
from sim.engines.fast.rules.pressure import count_shifts
from sim.engines.fast.rules.queues import contact_pool, function_pool, join_free, leave, pool_of
from sim.engines.fast.rules.route import come_to
from sim.engines.fast.rules.turnover import take_on
from sim.engines.order import Moment
from sim.eventlog import NONE, Event, Job


@inlined
def reform(world: Any) -> None:
    """Change to the next design. The waiting jobs stand in a chain, to be moved one by one."""
    pools = design_of(world).pools
    world.moving = _leave_all(world, pools)
    employed = design_of(world).employed
    follow_design(world, world.next_blueprint)
    world.reforms += 1
    world.next_reform += 1
    expect_reform(world)
    design = design_of(world)
    world.dip_left = design.dip_days
    log_service(world, Event.REFORM.value)
    _move_staff(world, design, pools)
    take_on(world, design, employed)
    for slot in range(world.cases_used):
        case = cases_of(world)[slot]
        if case.citizen == NONE:
            continue
        if case.is_in_hand:
            place_case(world, case, case.function)
        else:
            move_case(world, case)


@inlined
def expect_reform(world: Any) -> None:
    """Expect the next change of design, if one is to come."""
    world.next_blueprint = NONE
    if world.next_reform < runs_of(world)[world.run].reforms_end:
        coming = coming_reforms_of(world)[world.next_reform]
        world.next_blueprint = coming.blueprint
        at(world, coming.at_s, Moment.REFORM, 0)


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
        if worker.in_hand != NONE:
            tasks_of(world)[worker.in_hand].pool = worker.pool
    count_shifts(world)


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


@compiled
def move_case(world: Any, case: Any) -> None:
    """Let a case stand in the new design where the same share of content is done."""
    slot = case.slot
    place_case(world, case, 0)
    case.reforms = world.reforms
    case.worked = 0
    # The old design may have had more functions; rows beyond those of any design hold 0.
    fresh_s, again_s = fresh_s_of(world)[slot].sum(), again_s_of(world)[slot].sum()
    passed_s = passed_s_of(world)[slot].sum()
    done_s = case.content_s - fresh_s
    divide(world, case.content_s)
    functions = design_of(world).functions
    for function in range(world.fresh_s_columns):
        portion_s = portions_of(world)[0, function] if function < functions else 0
        taken_s = min(portion_s, max(done_s, 0))
        done_s -= taken_s
        fresh_s_of(world)[slot, function] = portion_s - taken_s
    _share(world, again_s_of(world)[slot], again_s)
    _share(world, passed_s_of(world)[slot], passed_s)
    case.function = functions - 1
    for function in range(functions - 1, -1, -1):
        if fresh_s_of(world)[slot, function] or again_s:
            case.function = function
    case.function = come_to(world, case, case.function)


@inlined
def _share(world: Any, seconds: Any, total_s: int) -> None:
    """Divide what a case has in all over the functions of the new design."""
    divide(world, total_s)
    functions = design_of(world).functions
    for function in range(len(seconds)):
        seconds[function] = portions_of(world)[0, function] if function < functions else 0


@inlined
def place_case(world: Any, case: Any, function: int) -> None:
    """Let calls about a case find a pool of the new design."""
    place_in_team(world, case)
    functions = design_of(world).functions
    case.function = min(function, functions - 1)
