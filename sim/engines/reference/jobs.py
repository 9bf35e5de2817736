"""A job from the queue to the worker's hands: dispatch, start, and the books of its finish."""

from collections.abc import Callable

from sim.engines.reference.queues import choose, enter, leave
from sim.engines.reference.state import Task, Worker, World
from sim.engines.reference.visit import do_visit
from sim.engines.reference.work import answer, do_exception, do_work, inspect_again, take_contact
from sim.eventlog import Event, Job, Moment

DOING: dict[Job, Callable[[World, Task, Worker], None]] = {
    Job.INTAKE: take_contact,
    Job.WORK: do_work,
    Job.DECIDE: inspect_again,
    Job.EXCEPTION: do_exception,
    Job.CALL: answer,
    Job.VISIT: do_visit,
    Job.EXTRA_VISIT: do_visit,
}
"""What a worker does with each kind of job; it settles the job's parts and its outcome."""


def offer(world: World, task: Task) -> None:
    """Let a job join its queue, and start it if somebody is free."""
    enter(world, task)
    dispatch(world, task.pool)


def dispatch(world: World, place: int) -> None:
    """Give waiting jobs to free workers for as long as there are both."""
    pool = world.pools[place]
    while pool.length and pool.free:
        task = leave(world, pool)
        start(world, task, choose(world, pool, task))


def start(world: World, task: Task, worker: Worker) -> None:
    """Let a worker do a job: all of its course is settled now, and known when it is finished."""
    case = task.case
    worker.is_busy = True
    task.worker, task.staff = worker, worker.identity
    waited_s = world.clock.now_s - task.entered_s
    world.log(Event.START, task.who, task.kind, waited_s)
    DOING[task.kind](world, task, worker)
    case.faces.setdefault(worker.identity, len(case.faces))
    if task.kind != Job.CALL:
        case.readers.add(worker.identity)
        case.is_in_hand = True
    busy_s = sum(seconds for _, seconds in task.parts)
    world.clock.at(world.clock.now_s + busy_s, Moment.FINISH, task)


def book(world: World, task: Task) -> None:
    """Write a finished job into the log: its time, its parts, and what happened in it."""
    who = task.who
    world.log(Event.FINISH, who, task.kind, sum(seconds for _, seconds in task.parts))
    for activity, seconds in task.parts:
        world.log(Event.ACTIVITY, who, activity, seconds)
    for kind, step, amount in task.after:
        world.log(kind, who, step, amount)
