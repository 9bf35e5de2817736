"""Queues and who takes from them: by priority, then as they came; a known face if preferred."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    design_of,
    free_of,
    heads_of,
    knowns_of,
    pools_of,
    tails_of,
    tasks_of,
    type_of,
    workers_of,
)
from sim.engines.fast.machine.books import log_task
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens, uniform
from sim.engines.fast.machine.staffing import place_of
from sim.engines.fast.rules.memory import forgets
from sim.engines.rules import OF_WORK, Priority
from sim.eventlog import NONE, Event, Job
from sim.random import Stream


@inlined
def pool_of(world: Any, case: Any, place: int) -> int:
    """Return the pool of a case's team at a place of the layout."""
    layout = design_of(world)
    return case.team * (layout.has_front + layout.functions) + place


@inlined
def function_pool(world: Any, case: Any) -> int:
    """Return the pool in which a case's present function is worked."""
    has_front = design_of(world).has_front
    return pool_of(world, case, has_front + case.function)


@inlined
def contact_pool(world: Any, case: Any) -> int:
    """Return the pool that answers a citizen's calls: the front office, or where the case lies."""
    if design_of(world).has_front:
        return pool_of(world, case, 0)
    return function_pool(world, case)


@inlined
def class_of(world: Any, task: Any, case: Any) -> int:
    """Return the priority class of a job as it enters."""
    if task.kind == Job.CALL or task.kind == Job.INTAKE:
        return Priority.CALLS if _goes_first(world, task, case) else Priority.WORK
    is_case = task.kind != Job.VISIT and task.kind != Job.EXTRA_VISIT
    past_due = world.now_cal_s > case.due_cal_s
    if design_of(world).order_is_deadline and is_case and past_due:
        return Priority.PAST_DUE
    return Priority.WORK


@inlined
def _goes_first(world: Any, task: Any, case: Any) -> bool:
    """Tell whether a contact is taken before all work, or queues among it."""
    about = task.draw_key_0, task.draw_key_1, task.draw_key_2
    return happens(design_of(world).calls_first, case.key, Stream.CALLS_FIRST, *about)


@inlined
def queue_of(world: Any, task: Any, case: Any) -> int:
    """Return the queue of a job: the calls of all demand types by priority, then their work."""
    rank, about = type_of(world, case).rank, class_of(world, task, case)
    if about == Priority.CALLS:
        return int(rank)
    return int(design_of(world).ranks + OF_WORK * rank + about - Priority.WORK.value)


@inlined
def enter(world: Any, task: Any, case: Any) -> None:
    """Put a job at the back of its pool's queue."""
    tasks = tasks_of(world)
    pool, queue = pools_of(world)[task.pool], queue_of(world, task, case)
    last = tails_of(world)[task.pool, queue]
    task.entered_s, task.queue = world.now_s, queue
    task.previous, task.next = last, NONE
    if last == NONE:
        heads_of(world)[task.pool, queue] = task.place
    else:
        tasks[last].next = task.place
    tails_of(world)[task.pool, queue] = task.place
    pool.length += 1
    pool.waiting_s += task.size_s
    world.waiting += 1
    log_task(world, Event.ENTER, task, task.kind, pool.length)


@inlined
def leave(world: Any, pool: Any) -> Any:
    """Take the job whose turn it is out of a queue that is not empty."""
    queue = 0
    while heads_of(world)[pool.place, queue] == NONE:
        queue += 1
    task = tasks_of(world)[heads_of(world)[pool.place, queue]]
    heads_of(world)[pool.place, queue] = task.next
    if task.next == NONE:
        tails_of(world)[pool.place, queue] = NONE
    _have_left(world, pool, task)
    return task


@inlined
def withdraw(world: Any, task: Any) -> None:
    """Take a job out of its queue, wherever it stands there."""
    tasks, pool, queue = tasks_of(world), pools_of(world)[task.pool], task.queue
    heads, tails = heads_of(world), tails_of(world)
    is_first = heads[task.pool, queue] == task.place
    if is_first:
        heads[task.pool, queue] = task.next
    else:
        tasks[task.previous].next = task.next
    if task.next == NONE:
        tails[task.pool, queue] = NONE if is_first else task.previous
    else:
        tasks[task.next].previous = task.previous
    _have_left(world, pool, task)


@inlined
def _have_left(world: Any, pool: Any, task: Any) -> None:
    task.queue = NONE
    pool.length -= 1
    pool.waiting_s -= task.size_s
    world.waiting -= 1
    log_task(world, Event.LEAVE, task, task.kind, pool.length)


@inlined
def choose(world: Any, pool: Any, task: Any, case: Any) -> Any:
    """Take one of a pool's free workers: a known face if preferred and free, otherwise by lot."""
    known_face = design_of(world).known_face
    about = task.draw_key_0, task.draw_key_1, task.draw_key_2
    nth = NONE
    if happens(known_face, case.key, Stream.PREFER, *about):
        nth = _find_known_face(world, pool, case)
    if nth == NONE:
        nth = 0
        if pool.free_count > 1:
            nth = int(uniform(case.key, Stream.CHOOSE, *about) * pool.free_count)
    return _take_free(world, pool, nth)


@inlined
def _find_known_face(world: Any, pool: Any, case: Any) -> int:
    """Return which of the free workers has known the citizen longest, or `NONE`."""
    workers, free = workers_of(world), free_of(world)
    known = case.first_known
    while known != NONE:
        identity = knowns_of(world)[known].staff
        worker = workers[place_of(world, identity)]
        is_at_hand = worker.is_free and worker.pool == pool.place
        if worker.identity == identity and is_at_hand and not _is_forgotten(world, case, known):
            nth = 0
            while free[pool.free_at + nth] != worker.place:
                nth += 1
            return nth
        known = knowns_of(world)[known].next
    return NONE


@inlined
def _is_forgotten(world: Any, case: Any, known: int) -> bool:
    return forgets(world, case, knowns_of(world)[known])


@inlined
def _take_free(world: Any, pool: Any, nth: int) -> Any:
    free = free_of(world)
    worker = workers_of(world)[free[pool.free_at + nth]]
    pool.free_count -= 1
    for place in range(pool.free_at + nth, pool.free_at + pool.free_count):
        free[place] = free[place + 1]
    worker.is_free = False
    return worker


@inlined
def release(world: Any, worker: Any) -> None:
    """Set a worker free who has finished, if still on shift."""
    worker.in_hand = NONE
    now_s = world.now_s
    if worker.from_s <= now_s < worker.until_s:
        pool, free = pools_of(world)[worker.pool], free_of(world)
        place = pool.free_at + pool.free_count
        while place > pool.free_at and free[place - 1] > worker.place:
            free[place] = free[place - 1]
            place -= 1
        free[place] = worker.place
        pool.free_count += 1
        worker.is_free = True


@inlined
def join_free(world: Any, worker: Any) -> None:
    """Let a worker stand last among the free ones of the pool."""
    pool = pools_of(world)[worker.pool]
    free_of(world)[pool.free_at + pool.free_count] = worker.place
    pool.free_count += 1
    worker.is_free = True
