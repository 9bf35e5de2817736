"""A job from the queue to the worker's hands: dispatch, start, and the books of its finish."""

from sim.engines.reference.machine.staff import Task, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.memory import recall, remember
from sim.engines.reference.rules.queues import choose, enter, leave
from sim.engines.reference.rules.stay import work_on
from sim.engines.reference.rules.team import lend
from sim.eventlog import Event, Job


def offer(world: World, task: Task) -> None:
    """Let a job join its queue, or that of a team that lends, and start it if a worker is free."""
    lend(world, task)
    enter(world, task)
    dispatch(world, task.pool)


def dispatch(world: World, place: int) -> None:
    """Give waiting jobs to free workers for as long as there are both.

    In the second in which staff come and go nobody takes a job before they have: then every pool
    is served.
    """
    if world.clock.now_s == world.roster_s:
        return
    pool = world.pools[place]
    while pool.length and pool.free:
        task = leave(world, pool)
        start(world, task, choose(world, pool, task))


def start(world: World, task: Task, worker: Worker) -> None:
    """Let a worker do a job: all of its course is settled now, and known when it is finished."""
    case = task.case
    worker.in_hand = task
    task.worker, task.staff = worker, worker.identity
    waited_s = world.clock.now_s - task.entered_s
    world.log(Event.START, task.who, task.kind, waited_s)
    recall(world, case, worker.identity)
    world.model.does[task.kind](world, task, worker)
    case.staff.faces.setdefault(worker.identity, len(case.staff.faces))
    if task.kind != Job.CALL:
        case.staff.readers.add(worker.identity)
        remember(world, case, worker.identity)
        case.staff.last_hand = worker.identity
        case.staff.is_read = case.is_in_hand = True
    work_on(world, task, worker)


def book(world: World, task: Task) -> None:
    """Write a finished job into the log: its time, its parts, and what happened in it."""
    who = task.who
    world.log(Event.FINISH, who, task.kind, task.busy_s)
    for activity, seconds in task.parts:
        world.log(Event.ACTIVITY, who, activity, seconds)
    for kind, step, amount in task.after:
        world.log(kind, who, step, amount)
