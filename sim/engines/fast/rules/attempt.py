"""An attempt at a need: how it begins, where it waits, how it comes back to the work."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    again_s_of,
    design_of,
    fresh_s_of,
    portions_of,
    share_ppm_of,
    type_of,
)
from sim.engines.fast.machine.books import log_case
from sim.engines.fast.machine.clock import for_case
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens, look_up
from sim.engines.fast.machine.slots import take_task
from sim.engines.fast.machine.steps import CALL, NOTHING, PLAN, QUEUE_INTAKE, QUEUE_WORK, TAKE_UP
from sim.engines.fast.rules.calling import hold_line, next_call_s
from sim.engines.fast.rules.pick_up import key_of_work, let_lie, lie
from sim.engines.fast.rules.queues import contact_pool, function_pool, pool_of
from sim.engines.fast.rules.route import next_function
from sim.engines.order import Moment
from sim.engines.rules import KEY_STEP
from sim.eventlog import Event, Job, Waiting
from sim.random import Stream
from sim.units import MILLION, MOST_CONTENT_S


@inlined
def begin(world: Any, case: Any) -> int:
    """Begin an attempt: through the front office where there is one, otherwise to the work."""
    case.rounds = case.function = case.worked = case.sent_back = 0
    case.is_closed_early = case.is_cut = case.is_excepted = False
    case.is_appealed = case.is_planned = case.is_unanswered = False
    start_clock(world, case)
    return let_in(world, case)


@inlined
def let_in(world: Any, case: Any) -> int:
    """Let a first contact be taken in: by the front office, or with the work."""
    if design_of(world).has_front:
        case.waiting = Waiting.FRONT
        return QUEUE_INTAKE
    return PLAN


@inlined
def plan(world: Any, case: Any) -> int:
    """Plan the work: at once, or held to its deadline."""
    hold_s = held_s(world, case)
    if hold_s:
        case.is_planned = True
        let_lie(world, case, Waiting.HOLD.value, hold_s)
        return NOTHING
    return TAKE_UP


@inlined
def held_s(world: Any, case: Any) -> int:
    """Return how long work is held: always as long, or until a lead time before it is due."""
    decision = design_of(world)
    if decision.lead_s < 0:
        return int(decision.hold_s)
    return max(case.due_cal_s - decision.lead_s - world.now_cal_s, 0)


@inlined
def take_up(world: Any, case: Any) -> int:
    """Let a case come to its present function: at once, or once another hand takes it up."""
    if design_of(world).picks_up and lie(world, case):
        return NOTHING
    return QUEUE_WORK


@inlined
def queue_intake(world: Any, case: Any) -> Any:
    """Let a first contact wait for the front office; return the job."""
    kind, pool = Job.INTAKE.value, pool_of(world, case, 0)
    about = case.attempt, kind * KEY_STEP, case.hang_ups
    task = take_task(world, kind, case, pool, case.intake_s, *about)
    case.job = task.place
    if case.is_by_phone:
        hold_line(world, task, case)
    return task


@inlined
def queue_work(world: Any, case: Any) -> Any:
    """Let a case wait for a worker of its present function; return the job."""
    case.waiting = Waiting.POOL
    fresh_s, again_s = fresh_s_of(world)[case.slot], again_s_of(world)[case.slot]
    size_s = fresh_s[case.function] + again_s[case.function] + case.intake_s
    for passed in range(case.function + 1, next_function(world, case)):
        size_s += fresh_s[passed] + again_s[passed]
    pool, about = function_pool(world, case), key_of_work(case)
    task = take_task(world, Job.WORK.value, case, pool, size_s, *about)
    case.job = task.place
    return task


@inlined
def work_again(world: Any, case: Any) -> int:
    """Bring a case to its present function again: with more known of it, and another draw key."""
    case.rounds += 1
    complete(world, case)
    return TAKE_UP


@inlined
def queue_decision(world: Any, case: Any, kind: int) -> Any:
    """Let a case wait for who decides it, after its inspection or by exception; return the job."""
    case.waiting = Waiting.POOL
    pool, about = function_pool(world, case), kind * KEY_STEP + case.function
    task = take_task(world, kind, case, pool, 0, case.attempt, about, case.rounds)
    case.job = task.place
    return task


@inlined
def call_task(world: Any, case: Any) -> Any:
    """Return a contact that carries no work, to be answered where the citizen's calls are."""
    kind, pool, number = Job.CALL.value, contact_pool(world, case), world.job_number
    about = kind * KEY_STEP
    task = take_task(world, kind, case, pool, world.job_s, case.attempt, about, number)
    task.is_value, task.is_chase = world.job_is_value, world.job_is_chase
    if world.job_is_on_line:
        hold_line(world, task, case)
    return task


@inlined
def call(world: Any, seconds: int, is_value: bool, number: int) -> int:
    """Let a caller with a contact that carries no work wait to be answered."""
    world.job_s, world.job_is_value, world.job_number = seconds, is_value, number
    world.job_is_chase, world.job_is_on_line = False, True
    return CALL


@inlined
def reply(world: Any, case: Any, seconds: int, is_value: bool, number: int) -> int:
    """Let a first contact that carries no work wait to be answered: no line is held by a form."""
    step = call(world, seconds, is_value, number)
    world.job_is_on_line = case.is_by_phone
    return step


@inlined
def contact_in(world: Any, case: Any, cause: int) -> None:
    """Log an inbound contact: why, what the case waited for, and whether the promise was broken."""
    promised_s = design_of(world).promised_s
    is_late = world.now_cal_s - case.arrival_cal_s > promised_s
    log_case(world, Event.CONTACT_IN, case, case.waiting, int(is_late), cause)


@inlined
def divide(world: Any, content_s: int) -> None:
    """Divide content over the functions of the design: the parts stand in `portions`.

    What is left goes, one each, to the largest remainders, and of equal ones to the first.
    """
    portions, shares = portions_of(world), share_ppm_of(world)
    functions = design_of(world).functions
    if functions == 1:
        portions[0, 0] = content_s
        return
    whole = 0
    for function in range(functions):
        whole += shares[world.blueprint, function]
    left_s = content_s
    for function in range(functions):
        weighed = content_s * shares[world.blueprint, function]
        portions[0, function] = weighed // whole
        portions[1, function] = weighed - portions[0, function] * whole
        left_s -= portions[0, function]
    while left_s > 0:
        largest = 0
        for function in range(1, functions):
            if portions[1, function] > portions[1, largest]:
                largest = function
        portions[0, largest] += 1
        portions[1, largest] = -1
        left_s -= 1


@inlined
def grow(world: Any, case: Any, unmet_s: int, growth_ppm: int) -> None:
    """Let unmet content grow."""
    grown = unmet_s * (growth_ppm - MILLION) + case.grown_rest
    grown_s = grown // MILLION
    case.grown_rest = grown - grown_s * MILLION
    grown_s = min(grown_s, max(MOST_CONTENT_S - case.content_s, 0))
    if grown_s == 0:
        return
    case.content_s += grown_s
    divide(world, grown_s)
    for function in range(design_of(world).functions):
        fresh_s_of(world)[case.slot, function] += portions_of(world)[0, function]
    log_case(world, Event.GROW, case, amount=grown_s)


@inlined
def start_chasing(world: Any, case: Any) -> None:
    """Start the citizen's chain of calls to ask how it goes, or take its next link."""
    demand = type_of(world, case)
    case.is_chasing = demand.chases != 0
    if case.is_chasing:
        table = demand.chase_s_table
        delay_s = look_up(world, table, case.key, Stream.CHASE_DELAY, case.chases)
        calls_s = next_call_s(world, case, delay_s, Stream.CHASE_DELAY, case.chases)
        for_case(world, calls_s, Moment.CHASE, case)


@inlined
def give_up(world: Any, case: Any) -> None:
    """Let a citizen give up, who may come back."""
    demand, attempt = type_of(world, case), case.attempt
    case.is_over = True
    log_case(world, Event.ABANDON, case, amount=case.content_s)
    if happens(demand.resumes, case.key, Stream.RESUME, attempt):
        delay_s = look_up(world, demand.resume_s_table, case.key, Stream.RESUME_DELAY, attempt)
        calls_s = next_call_s(world, case, delay_s, Stream.RESUME_DELAY, attempt)
        for_case(world, calls_s, Moment.RESUME, case)


@inlined
def start_clock(world: Any, case: Any) -> None:
    """Start the target's clock of a case now."""
    case.clock_cal_s = world.now_cal_s
    case.due_cal_s = case.clock_cal_s + design_of(world).target_s


@inlined
def complete(world: Any, case: Any) -> None:
    """Start the clock anew, where it runs from complete information."""
    if design_of(world).clock_is_complete:
        start_clock(world, case)
