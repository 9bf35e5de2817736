"""Who works where when a run or a design begins."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    design_of,
    heads_of,
    outsourced_of,
    pools_of,
    tails_of,
    worker_pool_of,
    workers_of,
)
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import worker_key
from sim.eventlog import NONE
from sim.units import MILLION


@inlined
def begin_staff(world: Any) -> None:
    """Put the staff in their pools, and behind them the temps."""
    design = design_of(world)
    measure_pools(world, design)
    for place in range(design.pools):
        pool = pools_of(world)[place]
        pool.speed_ppm = pool.cut_ppm = pool.standard_ppm = pool.lasting_ppm = MILLION
    for place in range(design.workers + design.temps):
        worker = workers_of(world)[place]
        worker.place = place
        worker.number = worker.identity = world.first_worker + place
        worker.key = worker_key(world.luck, worker.number)
        worker.is_temp = place >= design.workers
        worker.pool = worker.covers = worker.from_s = worker.until_s = worker.trained_day = 0
        worker.is_contractor = worker.is_free = False
        worker.in_hand = NONE
        if not worker.is_temp:
            worker.pool = worker_pool_of(world)[world.blueprint, place]
            worker.is_contractor = outsourced_of(world)[world.blueprint, place] != 0


@inlined
def measure_pools(world: Any, design: Any) -> None:
    """Empty the pools, each with as much room for free workers as it has staff, and all temps."""
    for place in range(design.pools):
        pool = pools_of(world)[place]
        pool.place = place
        pool.length = pool.waiting_s = pool.free_count = pool.effort_s = pool.shift_s = 0
        pool.free_at = design.temps
        for queue in range(world.heads_columns):
            heads_of(world)[place, queue] = tails_of(world)[place, queue] = NONE
    for worker in range(design.workers):
        pools_of(world)[worker_pool_of(world)[world.blueprint, worker]].free_at += 1
    begins = 0
    for place in range(design.pools):
        pool = pools_of(world)[place]
        begins, pool.free_at = begins + pool.free_at, begins


@inlined
def place_of(world: Any, identity: int) -> int:
    """Return where the worker stands who has, or has had, an identity."""
    return int(identity % world.all_workers - world.first_worker)
