"""What follows a finished job: the next step of the case, or the decision and what comes of it."""

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens, look_up
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.attempt import give_up, plan, take_up, work_again
from sim.engines.reference.rules.calling import next_call_s
from sim.engines.reference.rules.client import follow_visit
from sim.engines.reference.rules.jobs import book, dispatch
from sim.engines.reference.rules.pick_up import let_lie
from sim.engines.reference.rules.queues import release
from sim.engines.reference.rules.reform import move_case
from sim.engines.reference.rules.route import come_to, next_function
from sim.engines.reference.rules.window import miss
from sim.engines.rules import Outcome, Status
from sim.eventlog import Event, Job, Waiting
from sim.random import Stream


def finish(world: World, task: Task) -> None:
    """Finish a job: write it down, follow its outcome, and free the worker for the next one."""
    worker = task.worker
    assert worker is not None
    book(world, task)
    if task.kind != Job.CALL:
        task.case.is_in_hand = task.case.handling.is_planned = False
        _catch_up(world, task)
    world.model.follows[task.outcome](world, task)
    release(world, worker)
    dispatch(world, worker.pool)


def _catch_up(world: World, task: Task) -> None:
    """Place a case in the present design, if it was in hand when the design changed."""
    if task.case.reforms != world.reforms:
        move_case(world, task.case)
        if task.outcome in (Outcome.PASSED, Outcome.SENT_BACK):
            task.outcome = Outcome.MOVED


def end_window(world: World, task: Task) -> None:
    """Let a visit that nobody has begun be missed, with what follows from it."""
    if task.worker is None:
        miss(world, task)
        _catch_up(world, task)
        follow_visit(world, task)


def forward(world: World, task: Task) -> None:
    """Pass a contact on that the front office has taken."""
    plan(world, task.case)


def await_answer(world: World, task: Task) -> None:
    """Wait for what the citizen was asked for."""
    case = task.case
    case.waiting = Waiting.CITIZEN
    about = (case.attempt, case.handling.function, case.handling.rounds)
    table = world.blueprint.citizens.answer_s[case.type]
    delay_s = look_up(table, case.key, Stream.ANSWER_DELAY, *about)
    world.after_delay(delay_s, Moment.ANSWER, case)


def park(world: World, task: Task) -> None:
    """Wait for the message that the last answer exists, unless it has come meanwhile."""
    case = task.case
    case.waiting = Waiting.CITIZEN
    if case.dates.ready_s <= world.clock.now_s:
        work_again(world, case)


def pass_on(world: World, task: Task) -> None:
    """Let the next function work."""
    task.case.handling.function = next_function(world, task.case)
    take_up(world, task.case)


def send_back(world: World, task: Task) -> None:
    """Let the function before take the case again, from which it comes forward once more."""
    handling = task.case.handling
    handling.function = come_to(world, task.case, handling.function - 1)
    handling.sent_back += 1
    handling.rounds += 1
    take_up(world, task.case)


def rejoin(world: World, task: Task) -> None:
    """Bring a case anew to its function that stands in another design by now."""
    take_up(world, task.case)


def await_certificate(world: World, task: Task) -> None:
    """Wait for a certificate."""
    let_lie(world, task.case, Waiting.INSPECTION, world.blueprint.decision.control_wait_s)


def await_exception(world: World, task: Task) -> None:
    """Wait for an answer outside the standard."""
    let_lie(world, task.case, Waiting.EXCEPTION, world.blueprint.decision.exception_delay_s)


def deliver(world: World, task: Task) -> None:
    """Send the decision: the need is met, or it is not."""
    case = task.case
    case.waiting = Waiting.NOTHING
    on_clock_s = world.now_cal_s - case.dates.clock_cal_s
    world.log_case(Event.CLOSE, case, int(case.handling.is_closed_early), on_clock_s)
    if is_met(case):
        case.is_over = True
        world.log_case(Event.MET, case, int(len(case.staff.hands) <= 1), case.need.content_s)
    else:
        _leave_unmet(world, case)


def is_met(case: Case) -> bool:
    """Tell whether all content is done, every particular absorbed and nothing appealed against.

    A claim that was found out is over, too.
    """
    if case.controls.is_detected:
        return True
    is_absorbed = all(status == Status.ABSORBED for status in case.need.particulars)
    return is_absorbed and not any(case.need.fresh_s) and not case.handling.is_appealed


def _leave_unmet(world: World, case: Case) -> None:
    citizens, attempt = world.blueprint.citizens, case.attempt
    if not happens(citizens.give_up[case.type], case.key, Stream.GIVE_UP, attempt):
        delay_s = look_up(citizens.return_s[case.type], case.key, Stream.RETURN_DELAY, attempt)
        calls_s = next_call_s(world, case, delay_s, Stream.RETURN_DELAY, attempt)
        world.clock.at(calls_s, Moment.RETURN, case)
        return
    give_up(world, case)


def close_early(world: World, task: Task) -> None:
    """Send a decision that the target called for."""
    task.case.handling.is_closed_early = True
    deliver(world, task)


def end_call(world: World, task: Task) -> None:
    """End a call; the citizen may chase again."""
    if task.is_chase:
        task.case.chase.is_calling = False
