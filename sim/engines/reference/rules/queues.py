"""Queues and who takes from them: by priority, then as they came; a known face if preferred."""

from bisect import insort

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Pool, Task, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.memory import forgets
from sim.engines.rules import OF_WORK, Priority
from sim.eventlog import NONE, Event, Job
from sim.random import Stream, uniform


def pool_of(world: World, case: Case, place: int) -> int:
    """Return the pool of a case's team at a place of the layout."""
    layout = world.blueprint.layout
    return case.team * (layout.has_front + layout.functions) + place


def function_pool(world: World, case: Case) -> int:
    """Return the pool in which a case's present function is worked."""
    return pool_of(world, case, world.blueprint.layout.has_front + case.handling.function)


def contact_pool(world: World, case: Case) -> int:
    """Return the pool that answers a citizen's calls: the front office, or where the case lies."""
    if world.blueprint.layout.has_front:
        return pool_of(world, case, 0)
    return function_pool(world, case)


def class_of(world: World, task: Task) -> Priority:
    """Return the priority class of a job as it enters."""
    if task.kind in (Job.CALL, Job.INTAKE):
        return Priority.CALLS if _goes_first(world, task) else Priority.WORK
    past_due = world.now_cal_s > task.case.dates.due_cal_s
    is_case = task.kind not in (Job.VISIT, Job.EXTRA_VISIT)
    if world.blueprint.decision.order_is_deadline and is_case and past_due:
        return Priority.PAST_DUE
    return Priority.WORK


def _goes_first(world: World, task: Task) -> bool:
    """Tell whether a contact is taken before all work, or queues among it."""
    chance = world.blueprint.intake.calls_first
    return chance >= 1 or happens(chance, task.case.key, Stream.CALLS_FIRST, *task.draw_key)


def queue_of(world: World, task: Task) -> int:
    """Return the queue of a job: the calls of all demand types by priority, then their work."""
    citizens, about = world.blueprint.citizens, class_of(world, task)
    rank = int(citizens.rank[task.case.type])
    if about == Priority.CALLS:
        return rank
    return citizens.ranks + OF_WORK * rank + about - Priority.WORK


def enter(world: World, task: Task) -> Pool:
    """Put a job at the back of its pool's queue."""
    pool = world.pools[task.pool]
    task.entered_s, task.queue = world.clock.now_s, queue_of(world, task)
    pool.queues[task.queue].append(task)
    pool.length += 1
    pool.waiting_s += task.size_s
    world.log(Event.ENTER, task.who, task.kind, pool.length)
    return pool


def leave(world: World, pool: Pool) -> Task:
    """Take the job whose turn it is out of a queue that is not empty."""
    task = next(queue for queue in pool.queues if queue).popleft()
    _have_left(world, pool, task)
    return task


def withdraw(world: World, task: Task) -> None:
    """Take a job out of its queue, wherever it stands there."""
    pool = world.pools[task.pool]
    queue = pool.queues[task.queue]
    del queue[next(place for place, other in enumerate(queue) if other is task)]
    _have_left(world, pool, task)


def _have_left(world: World, pool: Pool, task: Task) -> None:
    task.queue = NONE
    pool.length -= 1
    pool.waiting_s -= task.size_s
    world.log(Event.LEAVE, task.who, task.kind, pool.length)


def choose(world: World, pool: Pool, task: Task) -> Worker:
    """Take one of a pool's free workers: a known face if preferred and free, otherwise by lot."""
    case, free = task.case, pool.free
    known_face = world.blueprint.work.known_face
    if known_face > 0 and happens(known_face, case.key, Stream.PREFER, *task.draw_key):
        by_identity = {world.workers[place].identity: place for place in free}
        for face in case.staff.faces:
            if face in by_identity and not forgets(world, case, face):
                free.remove(by_identity[face])
                return world.workers[by_identity[face]]
    drawn = uniform(case.key, Stream.CHOOSE, *task.draw_key)
    return world.workers[free.pop(int(drawn * len(free)))]


def release(world: World, worker: Worker) -> None:
    """Set a worker free who has finished, if still on shift."""
    worker.in_hand = None
    if worker.from_s <= world.clock.now_s < worker.until_s:
        insort(world.pools[worker.pool].free, worker.place)
