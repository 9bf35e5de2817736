"""What follows a finished job: the next step of the case, or the decision and what comes of it."""

from collections.abc import Callable

from sim.engines.reference.attempt import delay, plan, queue_work, work_again
from sim.engines.reference.client import follow_visit
from sim.engines.reference.jobs import book, dispatch
from sim.engines.reference.queues import release
from sim.engines.reference.reform import move_case
from sim.engines.reference.state import Case, Outcome, Status, Task, World
from sim.eventlog import Event, Job, Moment, Waiting
from sim.random import Purpose, uniform


def finish(world: World, task: Task) -> None:
    """Finish a job: write it down, follow its outcome, and free the worker for the next one."""
    worker = task.worker
    assert worker is not None
    book(world, task)
    if task.kind != Job.CALL:
        task.case.is_in_hand = False
        _catch_up(world, task)
    FOLLOWS[task.outcome](world, task)
    release(world, worker)
    dispatch(world, worker.pool)


def _catch_up(world: World, task: Task) -> None:
    """Place a case in the present design, if it was in hand when the design changed."""
    if task.case.reforms != world.reforms:
        move_case(world, task.case)
        if task.outcome == Outcome.PASSED:
            task.outcome = Outcome.MOVED


def _forward(world: World, task: Task) -> None:
    plan(world, task.case)


def _await_answer(world: World, task: Task) -> None:
    case = task.case
    case.waiting = Waiting.CITIZEN
    drawn = uniform(case.key, Purpose.ANSWER_DELAY, case.attempt, case.function, case.round)
    table = world.blueprint.citizens.answer_s[case.type]
    world.after_delay(delay(table, drawn), Moment.ANSWER, case)


def _park(world: World, task: Task) -> None:
    case = task.case
    case.waiting = Waiting.CITIZEN
    if case.ready_s <= world.clock.now_s:
        work_again(world, case)


def _pass_on(world: World, task: Task) -> None:
    task.case.function += 1
    queue_work(world, task.case)


def _rejoin(world: World, task: Task) -> None:
    queue_work(world, task.case)


def _await_certificate(world: World, task: Task) -> None:
    task.case.waiting = Waiting.INSPECTION
    world.after_delay(world.blueprint.decision.control_wait_s, Moment.RELEASE, task.case)


def _await_exception(world: World, task: Task) -> None:
    task.case.waiting = Waiting.EXCEPTION
    world.after_delay(world.blueprint.decision.exception_delay_s, Moment.RELEASE, task.case)


def _deliver(world: World, task: Task) -> None:
    """Send the decision: the need is met, or it is not."""
    case = task.case
    case.waiting = Waiting.NOTHING
    on_clock_s = world.now_cal_s - case.clock_cal_s
    world.log_case(Event.CLOSE, case, int(case.is_closed_early), on_clock_s)
    if is_met(case):
        case.is_over = True
        world.log_case(Event.MET, case, int(len(case.hands) <= 1), case.content_s)
    else:
        _leave_unmet(world, case)


def is_met(case: Case) -> bool:
    """Tell whether all content is done and every particular absorbed, or the claim found out."""
    is_absorbed = all(status == Status.ABSORBED for status in case.particulars)
    return case.is_detected or (is_absorbed and not any(case.fresh_s))


def _leave_unmet(world: World, case: Case) -> None:
    citizens = world.blueprint.citizens
    about = (case.key, Purpose.GIVE_UP, case.attempt)
    if uniform(*about) >= citizens.give_up[case.type]:
        drawn = uniform(case.key, Purpose.RETURN_DELAY, case.attempt)
        world.after_delay(delay(citizens.return_s[case.type], drawn), Moment.RETURN, case)
        return
    case.is_over = True
    world.log_case(Event.ABANDON, case, amount=case.content_s)
    if uniform(case.key, Purpose.RESUME, case.attempt) < citizens.resumes[case.type]:
        drawn = uniform(case.key, Purpose.RESUME_DELAY, case.attempt)
        world.after_delay(delay(citizens.resume_s[case.type], drawn), Moment.RESUME, case)


def _close_early(world: World, task: Task) -> None:
    task.case.is_closed_early = True
    _deliver(world, task)


def _end_call(world: World, task: Task) -> None:
    if task.is_chase:
        task.case.is_calling = False


FOLLOWS: dict[Outcome, Callable[[World, Task], None]] = {
    Outcome.FORWARDED: _forward,
    Outcome.REFUSED: _await_answer,
    Outcome.ASKED: _await_answer,
    Outcome.PARKED: _park,
    Outcome.PASSED: _pass_on,
    Outcome.CONTROLLED: _await_certificate,
    Outcome.EXCEPTED: _await_exception,
    Outcome.DECIDED: _deliver,
    Outcome.CLOSED_EARLY: _close_early,
    Outcome.ANSWERED: _end_call,
    Outcome.VISITED: follow_visit,
    Outcome.MOVED: _rejoin,
}
