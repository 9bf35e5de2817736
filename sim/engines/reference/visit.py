"""What a worker does on a visit: travel, read the plan, see the need of the day, meet it or not."""

from bisect import bisect_right

from sim.engines.reference.content import allowed_s, pace_ppm
from sim.engines.reference.state import Outcome, Status, Task, Worker, World
from sim.eventlog import Activity, Cause, Event, Job
from sim.random import Purpose, uniform
from sim.random.tables import SLICES
from sim.units import MILLION


def do_visit(world: World, task: Task, worker: Worker) -> None:
    """Make a visit, planned or extra."""
    work = world.blueprint.work
    task.outcome = Outcome.VISITED
    task.spend(Activity.TRAVEL, work.travel_s)
    task.spend(Activity.PLAN, work.plan_s)
    _read_plan(world, task, worker)
    if task.kind == Job.EXTRA_VISIT:
        task.spend(Activity.REWORK, task.need_s * pace_ppm(world, task) // MILLION)
        task.after.append((Event.CONTENT, 1, task.need_s))
        return
    _see_needs(world, task, worker)
    _spend_visit(world, task)
    _judge(world, task, worker)


def _read_plan(world: World, task: Task, worker: Worker) -> None:
    case, work = task.case, world.blueprint.work
    if worker.identity in case.readers:
        return
    on_plan = sum(status == Status.HELD for status in case.particulars)
    task.spend(Activity.READ_IN, work.read_in_s + work.read_in_particular_s * on_plan)


def _see_needs(world: World, task: Task, worker: Worker) -> None:
    """Count the particulars missed, standing and of the day, and their most upstream cause."""
    standing = len(task.case.particulars)
    of_the_day = range(standing, standing + _particulars_of_the_day(world, task))
    causes = [_miss_standing(world, task, p, worker) for p in range(standing)]
    causes += [_miss_of_the_day(world, task, p, worker) for p in of_the_day]
    missed = [cause for cause in causes if cause is not None]
    task.particulars = len(causes)
    task.missed = len(missed)
    task.cause = min(missed, default=Cause.CAP)


def _particulars_of_the_day(world: World, task: Task) -> int:
    table = world.blueprint.citizens.day_particulars[task.case.type]
    return bisect_right(table, uniform(task.case.key, Purpose.DAY_PARTICULARS, *task.visit))


def _miss_standing(world: World, task: Task, particular: int, worker: Worker) -> Cause | None:
    """Return why a standing particular is missed on this visit; None if it is met."""
    case = task.case
    if worker.identity not in case.readers and not _knows(world, task, particular, worker):
        is_planned = case.particulars[particular] == Status.HELD
        return Cause.CONVEY if is_planned else Cause.CAPTURE
    return _miss_answer(world, task, particular)


def _knows(world: World, task: Task, particular: int, worker: Worker) -> bool:
    """Tell whether a face new to the client reads a particular in the plan, or notices it."""
    case, work = task.case, world.blueprint.work
    if case.particulars[particular] == Status.HELD:
        drawn = uniform(case.key, Purpose.CONVEY, particular, 0, worker.identity)
        if drawn < work.convey:
            return True
    drawn = uniform(case.key, Purpose.NOTICE_STANDING, particular, *task.visit)
    if drawn >= work.notice:
        return False
    case.particulars[particular] = Status.HELD
    return True


def _miss_of_the_day(world: World, task: Task, particular: int, worker: Worker) -> Cause | None:
    work = world.blueprint.work
    chance = work.notice_familiar if worker.identity in task.case.readers else work.notice
    if uniform(task.case.key, Purpose.NOTICE_DAY, particular, *task.visit) >= chance:
        return Cause.CAPTURE
    return _miss_answer(world, task, particular)


def _miss_answer(world: World, task: Task, particular: int) -> Cause | None:
    drawn = uniform(task.case.key, Purpose.ABSORB_DAY, particular, *task.visit)
    return None if drawn < world.blueprint.decision.absorb else Cause.ABSORB


def _spend_visit(world: World, task: Task) -> None:
    """Spend the visit's time: standard time makes it too long or too short for the day's need."""
    case, work, citizens = task.case, world.blueprint.work, world.blueprint.citizens
    drawn = uniform(case.key, Purpose.DAY_CONTENT, *task.visit)
    factor = citizens.day_content_ppm[case.type][int(drawn * SLICES)]
    need_s = case.content_s * factor // MILLION
    done_s = min(need_s, allowed_s(world, task, need_s))
    value_s = done_s * pace_ppm(world, task) // MILLION
    over_s = max(work.floor_s - value_s, 0)
    task.need_s, task.undone_s = need_s, need_s - done_s
    task.spend(Activity.VALUE, value_s)
    task.spend(Activity.OVERSERVICE, over_s)
    task.spend(Activity.REPORT, world.blueprint.decision.report_s)
    task.after.append((Event.CONTENT, 0, done_s))
    task.after.append((Event.VISIT, task.missed, need_s))
    task.after.append((Event.VISIT_TIME, task.undone_s, over_s))


def _judge(world: World, task: Task, worker: Worker) -> None:
    """Note whether what to do was the worker's own decision, and what the judgement gave."""
    decision, key = world.blueprint.decision, task.case.key
    if uniform(key, Purpose.DISCRETION, task.lot[0], task.lot[1]) >= decision.discretion:
        task.after.append((Event.DECIDE, 0, MILLION))
        return
    drawn = uniform(key, Purpose.JUDGEMENT, worker.identity)
    task.after.append((Event.DECIDE, 1, decision.judgement_ppm[int(drawn * SLICES)]))
