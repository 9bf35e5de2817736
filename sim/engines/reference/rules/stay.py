"""How long a worker stays with a job in hand: beyond the shift, at most until the day closes.

What is not done at closing lies until the same worker is on shift again. A temp whom nobody calls
comes back at the next opening. Only a visit is made to its end: what of it lies beyond closing is
worked, and paid, as the clock of the service stands still.
"""

from sim.engines.order import Moment
from sim.engines.reference.machine.staff import Task, Who, Worker
from sim.engines.reference.machine.world import World
from sim.eventlog import NONE, Event, Job


def work_on(world: World, task: Task, worker: Worker) -> None:
    """Let a worker do a job from now on: until it is done, or the day closes."""
    task.since_s = world.clock.now_s
    ends_s = task.since_s + task.busy_s - task.done_s
    is_visit = task.kind in (Job.VISIT, Job.EXTRA_VISIT)
    stays_until_s = ends_s if is_visit else min(ends_s, world.closes_s)
    beyond_s = stays_until_s - max(worker.until_s, task.since_s)
    if beyond_s > 0:
        who = Who(staff=worker.identity, pool=task.pool)
        world.log(Event.OVERTIME, who, int(worker.is_temp), beyond_s)
    if stays_until_s == ends_s:
        world.clock.at(min(ends_s, world.closes_s), Moment.FINISH, task)


def lay_aside(world: World) -> None:
    """Lay aside at closing what is not done."""
    for worker in world.workers:
        task = worker.in_hand
        if task is not None and task.since_s != NONE:
            task.done_s += world.clock.now_s - task.since_s
            task.since_s = NONE
            world.log(Event.LAY_ASIDE, task.who, task.kind, task.done_s)


def go_on(world: World, worker: Worker) -> None:
    """Let a worker who is here again go on with what was laid aside, if there is anything."""
    task = worker.in_hand
    if task is None or not _is_here_again(world, worker):
        return
    world.log(Event.GO_ON, task.who, task.kind, task.busy_s - task.done_s)
    work_on(world, task, worker)


def _is_here_again(world: World, worker: Worker) -> bool:
    """Tell whether a shift begins now; for a temp without one, whether the day does."""
    if worker.is_temp and worker.until_s == 0:
        return world.clock.now_s == world.open_day * world.blueprint.calendar.day_s
    return worker.from_s == world.clock.now_s < worker.until_s
