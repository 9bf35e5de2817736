"""What a worker does on a visit: travel, read the plan, see the need of the day, meet it or not."""

from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Task, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.change import is_up_to_date, last_news
from sim.engines.reference.rules.content import allowed_s, pace_ppm
from sim.engines.reference.rules.day import count_particulars, need_of_day_s
from sim.engines.reference.rules.decide import fitting, judge
from sim.engines.reference.rules.window import note_lateness
from sim.engines.rules import Outcome, Status
from sim.eventlog import Activity, Cause, Event, Job
from sim.random import Stream
from sim.units import MILLION


def do_visit(world: World, task: Task, worker: Worker) -> None:
    """Make a visit, planned or extra."""
    work = world.blueprint.work
    task.outcome = Outcome.VISITED
    task.spend(Activity.TRAVEL, work.travel_s)
    task.spend(Activity.PLAN, work.plan_s)
    _read_plan(world, task, worker)
    if task.kind == Job.EXTRA_VISIT:
        again_s = task.need_s * pace_ppm(world, task, work.pace_ppm) // MILLION
        task.spend(Activity.REWORK, again_s)
        task.note(Event.CONTENT, 1, task.need_s)
        return
    note_lateness(world, task)
    _see_needs(world, task, worker)
    _spend_visit(world, task)
    judge(world, task, worker, *task.draw_key[:2])


def _read_plan(world: World, task: Task, worker: Worker) -> None:
    case, work = task.case, world.blueprint.work
    if worker.identity in case.staff.readers:
        return
    on_plan = sum(status == Status.HELD for status in case.need.particulars)
    task.spend(Activity.READ_IN, work.read_in_s + work.read_in_particular_s * on_plan)


def _see_needs(world: World, task: Task, worker: Worker) -> None:
    """Count the particulars missed, standing and of the day, and their most upstream cause."""
    standing = len(task.case.need.particulars)
    of_the_day = range(standing, count_particulars(world, task))
    causes = [_miss_standing(world, task, p, worker) for p in range(standing)]
    causes += [_miss_of_the_day(world, task, p, worker) for p in of_the_day]
    missed = [cause for cause in causes if cause is not None]
    task.particulars_count = len(causes)
    task.missed = len(missed)
    task.cause = min(missed, default=Cause.CAP)


def _miss_standing(world: World, task: Task, particular: int, worker: Worker) -> Cause | None:
    """Return why a standing particular is missed on this visit; None if it is met."""
    case, identity = task.case, worker.identity
    is_known = is_up_to_date(case, particular, identity)
    if not is_known and not _finds_out(world, task, particular, identity):
        is_planned = case.need.particulars[particular] == Status.HELD
        return Cause.CONVEY if is_planned else Cause.CAPTURE
    return _miss_answer(world, task, particular)


def _finds_out(world: World, task: Task, particular: int, identity: int) -> bool:
    """Tell whether a visitor who does not know a particular reads it in the plan, or notices it."""
    case, work = task.case, world.blueprint.work
    about = (particular, last_news(world, case, particular, identity), identity)
    is_planned = case.need.particulars[particular] == Status.HELD
    if is_planned and happens(work.convey, case.key, Stream.CONVEY, *about):
        return True
    chance = work.notice_familiar if identity in case.staff.readers else work.notice
    if not happens(chance, case.key, Stream.NOTICE_STANDING, particular, *task.visit):
        return False
    case.need.particulars[particular] = Status.HELD
    return True


def _miss_of_the_day(world: World, task: Task, particular: int, worker: Worker) -> Cause | None:
    work = world.blueprint.work
    chance = work.notice_familiar if worker.identity in task.case.staff.readers else work.notice
    if not happens(chance, task.case.key, Stream.NOTICE_DAY, particular, *task.visit):
        return Cause.CAPTURE
    return _miss_answer(world, task, particular)


def _miss_answer(world: World, task: Task, particular: int) -> Cause | None:
    case, absorb, (day, slot) = task.case, world.blueprint.decision.absorb, task.visit
    is_standing = particular < len(case.need.particulars)
    chance = fitting(world, case, absorb, particular, *(() if is_standing else (day + 1, slot)))
    fits = happens(chance, case.key, Stream.ABSORB_DAY, particular, day, slot)
    return None if fits else Cause.ABSORB


def _spend_visit(world: World, task: Task) -> None:
    """Spend the visit's time: standard time makes it too long or too short for the day's need."""
    work, need_s = world.blueprint.work, need_of_day_s(world, task)
    done_s = min(need_s, allowed_s(world, task, need_s))
    value_s = done_s * pace_ppm(world, task, work.pace_ppm) // MILLION
    over_s = max(work.floor_s - value_s, 0)
    task.need_s, task.undone_s = need_s, need_s - done_s
    task.spend(Activity.VALUE, value_s)
    task.spend(Activity.OVERSERVICE, over_s)
    task.spend(Activity.REPORT, world.blueprint.decision.report_s)
    task.note(Event.CONTENT, 0, done_s)
    task.note(Event.VISIT, task.missed, need_s)
    task.note(Event.VISIT_TIME, task.undone_s, over_s)
