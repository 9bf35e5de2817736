"""What a worker does on a visit: travel, read the plan, see the need of the day, meet it or not."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of, particulars_of
from sim.engines.fast.machine.books import note, spend
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens
from sim.engines.fast.machine.slots import visit_of
from sim.engines.fast.rules.change import is_up_to_date, last_news
from sim.engines.fast.rules.content import allowed_s, pace_ppm
from sim.engines.fast.rules.day import count_particulars, need_of_day_s
from sim.engines.fast.rules.decide import fitting, judge
from sim.engines.fast.rules.window import note_lateness
from sim.engines.rules import Outcome, Status
from sim.eventlog import NONE, Activity, Cause, Event, Job
from sim.random import Stream
from sim.units import MILLION


@inlined
def do_visit(world: Any, task: Any, case: Any, known: Any) -> None:
    """Make a visit, planned or extra."""
    work = design_of(world)
    task.outcome = Outcome.VISITED
    spend(world, task, Activity.TRAVEL, work.travel_s)
    spend(world, task, Activity.PLAN, work.plan_s)
    _read_plan(world, task, case, known, work)
    if task.kind == Job.EXTRA_VISIT:
        again_s = task.need_s * pace_ppm(world, task, work.pace_ppm) // MILLION
        spend(world, task, Activity.REWORK, again_s)
        note(world, task, Event.CONTENT, 1, task.need_s)
        return
    note_lateness(world, task, case)
    _see_needs(world, task, case, known, work)
    _spend_visit(world, task, case, work)
    judge(world, task, case, task.draw_key_0, task.draw_key_1)


@inlined
def _read_plan(world: Any, task: Any, case: Any, known: Any, work: Any) -> None:
    if known.is_reader:
        return
    on_plan = 0
    for p in range(case.particulars_count):
        on_plan += particulars_of(world)[case.slot, p] == Status.HELD
    spend(world, task, Activity.READ_IN, work.read_in_s + work.read_in_particular_s * on_plan)


@inlined
def _see_needs(world: Any, task: Any, case: Any, known: Any, work: Any) -> None:
    """Count the particulars missed, standing and of the day, and their most upstream cause."""
    standing = case.particulars_count
    particulars = count_particulars(world, task, case)
    missed, upstream = 0, NONE
    for p in range(particulars):
        if p < standing:
            cause = _miss_standing(world, task, case, known, work, p)
        else:
            cause = _miss_of_the_day(world, task, case, known, work, p)
        if cause == NONE:
            cause = _miss_answer(world, task, case, p)
        if cause != NONE:
            missed += 1
            upstream = cause if upstream == NONE else min(upstream, cause)
    task.particulars_count, task.missed = particulars, missed
    task.cause = Cause.CAP.value if upstream == NONE else upstream


@inlined
def _miss_standing(world: Any, task: Any, case: Any, known: Any, work: Any, particular: int) -> int:
    """Return why a standing particular is not known on this visit; `NONE` if it is."""
    if is_up_to_date(world, case, known, particular):
        return NONE
    if _finds_out(world, task, case, known, work, particular):
        return NONE
    is_planned = particulars_of(world)[case.slot, particular] == Status.HELD
    return Cause.CONVEY.value if is_planned else Cause.CAPTURE.value


@inlined
def _finds_out(world: Any, task: Any, case: Any, known: Any, work: Any, particular: int) -> bool:
    """Tell whether a visitor who does not know a particular reads it in the plan, or notices it."""
    particulars = particulars_of(world)
    if particulars[case.slot, particular] == Status.HELD:
        reading = last_news(world, case, known, particular)
        if happens(work.convey, case.key, Stream.CONVEY, particular, reading, task.staff):
            return True
    day, slot = visit_of(task)
    chance = work.notice_familiar if known.is_reader else work.notice
    if not happens(chance, case.key, Stream.NOTICE_STANDING, particular, day, slot):
        return False
    particulars[case.slot, particular] = Status.HELD
    return True


@inlined
def _miss_of_the_day(
    world: Any, task: Any, case: Any, known: Any, work: Any, particular: int
) -> int:
    chance = work.notice_familiar if known.is_reader else work.notice
    day, slot = visit_of(task)
    if happens(chance, case.key, Stream.NOTICE_DAY, particular, day, slot):
        return NONE
    return Cause.CAPTURE.value


@inlined
def _miss_answer(world: Any, task: Any, case: Any, particular: int) -> int:
    day, slot = visit_of(task)
    a, b = (0, 0) if particular < case.particulars_count else (day + 1, slot)
    chance = fitting(world, case, design_of(world).absorb, particular, a, b)
    if happens(chance, case.key, Stream.ABSORB_DAY, particular, day, slot):
        return NONE
    return Cause.ABSORB.value


@inlined
def _spend_visit(world: Any, task: Any, case: Any, work: Any) -> None:
    """Spend the visit's time: standard time makes it too long or too short for the day's need."""
    need_s = need_of_day_s(world, task, case)
    done_s = min(need_s, allowed_s(world, task, case, need_s))
    value_s = done_s * pace_ppm(world, task, work.pace_ppm) // MILLION
    over_s = max(work.floor_s - value_s, 0)
    task.need_s, task.undone_s = need_s, need_s - done_s
    spend(world, task, Activity.VALUE, value_s)
    spend(world, task, Activity.OVERSERVICE, over_s)
    spend(world, task, Activity.REPORT, work.report_s)
    note(world, task, Event.CONTENT, 0, done_s)
    note(world, task, Event.VISIT, task.missed, need_s)
    note(world, task, Event.VISIT_TIME, task.undone_s, over_s)
