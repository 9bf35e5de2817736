"""How long a worker stays with a job in hand: beyond the shift, at most until the day closes.

What is not done at closing lies until the same worker is on shift again. A temp whom nobody calls
comes back at the next opening. Only a visit is made to its end: what of it lies beyond closing is
worked, and paid, as the clock of the service stands still.
"""

from typing import Any

from sim.engines.fast.machine.arrays import design_of, tasks_of, workers_of
from sim.engines.fast.machine.books import log_lay_aside, log_shift, log_task
from sim.engines.fast.machine.clock import at
from sim.engines.fast.machine.compiled import inlined
from sim.engines.order import Moment
from sim.eventlog import NONE, Event, Job


@inlined
def work_on(world: Any, task: Any, worker: Any) -> None:
    """Let a worker do a job from now on: until it is done, or the day closes."""
    task.since_s = world.now_s
    ends_s = world.now_s + task.busy_s - task.done_s
    is_visit = task.kind == Job.VISIT or task.kind == Job.EXTRA_VISIT
    stays_until_s = ends_s if is_visit else min(ends_s, world.closes_s)
    beyond_s = stays_until_s - max(worker.until_s, world.now_s)
    if beyond_s > 0:
        log_shift(world, Event.OVERTIME, worker, task.pool, beyond_s)
    if stays_until_s == ends_s:
        at(world, min(ends_s, world.closes_s), Moment.FINISH, task.place)


@inlined
def lay_aside(world: Any, design: Any) -> None:
    """Lay aside at closing what is not done."""
    for place in range(design.workers + design.temps):
        worker = workers_of(world)[place]
        if worker.in_hand == NONE:
            continue
        task = tasks_of(world)[worker.in_hand]
        if task.since_s != NONE:
            seconds = world.now_s - task.since_s
            task.done_s += seconds
            task.since_s = NONE
            log_lay_aside(world, task, seconds)


@inlined
def go_on(world: Any, worker: Any) -> None:
    """Let a worker who is here again go on with what was laid aside, if there is anything."""
    if worker.in_hand == NONE or not _is_here_again(world, worker):
        return
    task = tasks_of(world)[worker.in_hand]
    log_task(world, Event.GO_ON, task, task.kind, task.busy_s - task.done_s)
    work_on(world, task, worker)


@inlined
def _is_here_again(world: Any, worker: Any) -> bool:
    """Tell whether a shift begins now; for a temp without one, whether the day does."""
    if worker.is_temp and worker.until_s == 0:
        return world.now_s == world.open_day * design_of(world).day_s
    return worker.from_s == world.now_s and world.now_s < worker.until_s
