"""What follows a finished job: the next step of the case, or the decision and what comes of it."""

from typing import Any

from sim.engines.fast.machine.arrays import cases_of, design_of, fresh_s_of, particulars_of, type_of
from sim.engines.fast.machine.books import log_case, log_job
from sim.engines.fast.machine.clock import after_delay, for_case
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import happens, look_up
from sim.engines.fast.machine.slots import give_back_task, still_waits
from sim.engines.fast.machine.steps import NOTHING, PLAN, TAKE_UP
from sim.engines.fast.rules.attempt import give_up, work_again
from sim.engines.fast.rules.calling import next_call_s
from sim.engines.fast.rules.client import follow_visit
from sim.engines.fast.rules.pick_up import let_lie
from sim.engines.fast.rules.reform import move_case
from sim.engines.fast.rules.route import come_to, next_function
from sim.engines.fast.rules.window import miss
from sim.engines.order import Moment
from sim.engines.rules import Outcome, Status
from sim.eventlog import Event, Job, Waiting
from sim.random import Stream


@inlined
def finish(world: Any, task: Any) -> int:
    """Finish a job: write it down and follow its outcome; the worker is free after that."""
    case = cases_of(world)[task.case]
    world.case, world.finished = case.slot, task.worker
    log_job(world, task, case)
    if task.kind != Job.CALL:
        case.is_in_hand = case.is_planned = False
        _catch_up(world, task, case)
    step = _follow(world, task, case)
    give_back_task(world, task, case)
    return step


@inlined
def _catch_up(world: Any, task: Any, case: Any) -> None:
    """Place a case in the present design, if it was in hand when the design changed."""
    if case.reforms != world.reforms:
        move_case(world, case)
        if task.outcome == Outcome.PASSED or task.outcome == Outcome.SENT_BACK:
            task.outcome = Outcome.MOVED


@compiled
def end_window(world: Any, task: Any) -> int:
    """Let a visit that nobody has begun be missed, with what follows from it."""
    if not still_waits(world, task):
        return NOTHING
    case = cases_of(world)[task.case]
    world.case = case.slot
    miss(world, task, case)
    _catch_up(world, task, case)
    step = follow_visit(world, task, case)
    give_back_task(world, task, case)
    return step


@inlined
def _follow(world: Any, task: Any, case: Any) -> int:
    """Follow the outcome of a job; return the next step of its case."""
    outcome = task.outcome
    if outcome == Outcome.ANSWERED:
        return end_call(task, case)
    if outcome == Outcome.FORWARDED:
        return forward()
    if outcome == Outcome.PASSED:
        return pass_on(world, case)
    if outcome == Outcome.ASKED or outcome == Outcome.REFUSED:
        return await_answer(world, case)
    if outcome == Outcome.PARKED:
        return park(world, case)
    if outcome == Outcome.MOVED:
        return rejoin()
    if outcome == Outcome.SENT_BACK:
        return send_back(world, case)
    if outcome == Outcome.VISITED:
        return follow_visit(world, task, case)
    if outcome == Outcome.CONTROLLED:
        return await_certificate(world, case)
    if outcome == Outcome.EXCEPTED:
        return await_exception(world, case)
    if outcome == Outcome.CLOSED_EARLY:
        return close_early(world, case)
    return deliver(world, case)


@inlined
def forward() -> int:
    """Pass a contact on that the front office has taken."""
    return PLAN


@inlined
def await_answer(world: Any, case: Any) -> int:
    """Wait for what the citizen was asked for."""
    case.waiting = Waiting.CITIZEN
    table = type_of(world, case).answer_s_table
    about = case.attempt, case.function, case.rounds
    delay_s = look_up(world, table, case.key, Stream.ANSWER_DELAY, *about)
    for_case(world, after_delay(world, delay_s), Moment.ANSWER, case)
    return NOTHING


@inlined
def park(world: Any, case: Any) -> int:
    """Wait for the message that the last answer exists, unless it has come meanwhile."""
    case.waiting = Waiting.CITIZEN
    return work_again(world, case) if case.ready_s <= world.now_s else NOTHING


@inlined
def pass_on(world: Any, case: Any) -> int:
    """Let the next function work."""
    case.function = next_function(world, case)
    return TAKE_UP


@inlined
def send_back(world: Any, case: Any) -> int:
    """Let the function before take the case again, from which it comes forward once more."""
    case.function = come_to(world, case, case.function - 1)
    case.sent_back += 1
    case.rounds += 1
    return TAKE_UP


@inlined
def rejoin() -> int:
    """Bring a case anew to its function that stands in another design by now."""
    return TAKE_UP


@inlined
def await_certificate(world: Any, case: Any) -> int:
    """Wait for a certificate."""
    let_lie(world, case, Waiting.INSPECTION.value, design_of(world).control_wait_s)
    return NOTHING


@inlined
def await_exception(world: Any, case: Any) -> int:
    """Wait for an answer outside the standard."""
    let_lie(world, case, Waiting.EXCEPTION.value, design_of(world).exception_delay_s)
    return NOTHING


@inlined
def close_early(world: Any, case: Any) -> int:
    """Send a decision that the target called for."""
    case.is_closed_early = True
    return deliver(world, case)


@inlined
def end_call(task: Any, case: Any) -> int:
    """End a call; the citizen may chase again."""
    if task.is_chase:
        case.is_calling = False
    return NOTHING


@compiled
def deliver(world: Any, case: Any) -> int:
    """Send the decision: the need is met, or it is not."""
    case.waiting = Waiting.NOTHING
    on_clock_s = world.now_cal_s - case.clock_cal_s
    log_case(world, Event.CLOSE, case, int(case.is_closed_early), on_clock_s)
    if is_met(world, case):
        case.is_over = True
        log_case(world, Event.MET, case, int(case.hands_count <= 1), case.content_s)
    else:
        _leave_unmet(world, case)
    return NOTHING


@inlined
def is_met(world: Any, case: Any) -> bool:
    """Tell whether all content is done, every particular absorbed and nothing appealed against."""
    if case.is_detected:
        return True
    if case.is_appealed:
        return False
    for p in range(case.particulars_count):
        if particulars_of(world)[case.slot, p] != Status.ABSORBED:
            return False
    for function in range(design_of(world).functions):
        if fresh_s_of(world)[case.slot, function]:
            return False
    return True


@inlined
def _leave_unmet(world: Any, case: Any) -> None:
    demand = type_of(world, case)
    if not happens(demand.give_up, case.key, Stream.GIVE_UP, case.attempt):
        delay_s = look_up(world, demand.return_s_table, case.key, Stream.RETURN_DELAY, case.attempt)
        calls_s = next_call_s(world, case, delay_s, Stream.RETURN_DELAY, case.attempt)
        for_case(world, calls_s, Moment.RETURN, case)
        return
    give_up(world, case)
