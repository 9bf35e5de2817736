"""An attempt at a need: how it begins, where it waits, how it comes back to the work."""

from sim.engines.order import Moment
from sim.engines.reference.machine.case import Case, Handling
from sim.engines.reference.machine.draws import happens, look_up
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.calling import hold_line, next_call_s
from sim.engines.reference.rules.jobs import offer
from sim.engines.reference.rules.pick_up import key_of_work, let_lie, lie
from sim.engines.reference.rules.queues import contact_pool, function_pool, pool_of
from sim.engines.reference.rules.route import next_function
from sim.engines.rules import KEY_STEP
from sim.eventlog import Cause, Event, Job, Waiting
from sim.random import Stream
from sim.units import MILLION, MOST_CONTENT_S, split_whole


def begin(world: World, case: Case, intake_s: int, is_value: bool) -> None:
    """Begin an attempt: through the front office where there is one, otherwise to the work."""
    case.handling = Handling()
    case.contact.intake_s, case.contact.intake_is_value = intake_s, is_value
    start_clock(world, case)
    let_in(world, case)


def let_in(world: World, case: Case) -> None:
    """Let a first contact be taken in: by the front office, or with the work."""
    if world.blueprint.layout.has_front:
        case.waiting = Waiting.FRONT
        queue_intake(world, case)
    else:
        plan(world, case)


def plan(world: World, case: Case) -> None:
    """Plan the work: at once, or held to its deadline."""
    hold_s = held_s(world, case)
    if hold_s:
        case.handling.is_planned = True
        let_lie(world, case, Waiting.HOLD, hold_s)
    else:
        take_up(world, case)


def held_s(world: World, case: Case) -> int:
    """Return how long work is held: always as long, or until a lead time before it is due."""
    decision = world.blueprint.decision
    if decision.lead_s < 0:
        return decision.hold_s
    return max(case.dates.due_cal_s - decision.lead_s - world.now_cal_s, 0)


def take_up(world: World, case: Case) -> None:
    """Let a case come to its present function: at once, or once another hand takes it up."""
    if not lie(world, case):
        queue_work(world, case)


def queue_intake(world: World, case: Case) -> None:
    """Let a first contact wait for the front office."""
    draw_key = (case.attempt, Job.INTAKE * KEY_STEP, case.contact.hang_ups)
    pool = pool_of(world, case, 0)
    case.job = Task(Job.INTAKE, case, pool, case.contact.intake_s, draw_key)
    if case.contact.is_by_phone:
        hold_line(world, case.job)
    offer(world, case.job)


def queue_work(world: World, case: Case) -> None:
    """Let a case wait for a worker of its present function."""
    case.waiting = Waiting.POOL
    need, shares = case.need, slice(case.handling.function, next_function(world, case))
    to_do_s = sum(need.fresh_s[shares]) + sum(need.again_s[shares])
    size_s, pool = to_do_s + case.contact.intake_s, function_pool(world, case)
    case.job = Task(Job.WORK, case, pool, size_s, key_of_work(case))
    offer(world, case.job)


def work_again(world: World, case: Case) -> None:
    """Bring a case to its present function again: with more known of it, and another draw key."""
    case.handling.rounds += 1
    complete(world, case)
    take_up(world, case)


def queue_decision(world: World, case: Case, kind: Job) -> None:
    """Let a case wait for who decides it, after its inspection or by exception."""
    case.waiting = Waiting.POOL
    draw_key = (case.attempt, kind * KEY_STEP + case.handling.function, case.handling.rounds)
    case.job = Task(kind, case, function_pool(world, case), 0, draw_key)
    offer(world, case.job)


def call_task(world: World, case: Case, seconds: int, number: int) -> Task:
    """Return a contact that carries no work, to be answered where the citizen's calls are."""
    draw_key = (case.attempt, Job.CALL * KEY_STEP, number)
    return Task(Job.CALL, case, contact_pool(world, case), seconds, draw_key)


def call(world: World, case: Case, seconds: int, is_value: bool, number: int) -> None:
    """Let a caller with a contact that carries no work wait to be answered."""
    task = call_task(world, case, seconds, number)
    task.is_value = is_value
    hold_line(world, task)
    offer(world, task)


def reply(world: World, case: Case, seconds: int, is_value: bool, number: int) -> None:
    """Let a first contact that carries no work wait to be answered: no line is held by a form."""
    if case.contact.is_by_phone:
        call(world, case, seconds, is_value, number)
        return
    task = call_task(world, case, seconds, number)
    task.is_value = is_value
    offer(world, task)


def contact_in(world: World, case: Case, cause: Cause) -> None:
    """Log an inbound contact: why, what the case waited for, and whether the promise was broken."""
    is_late = world.now_cal_s - case.dates.arrival_cal_s > world.blueprint.citizens.promised_s
    world.log_case(Event.CONTACT_IN, case, case.waiting, int(is_late), cause)


def divide(world: World, content_s: int) -> list[int]:
    """Divide content over the functions of the design."""
    return split_whole(content_s, list(world.blueprint.layout.share_ppm))


def grow(world: World, case: Case, unmet_s: int, growth_ppm: int) -> None:
    """Let unmet content grow."""
    need = case.need
    grown = unmet_s * (growth_ppm - MILLION) + need.grown_rest
    grown_s, need.grown_rest = divmod(grown, MILLION)
    grown_s = min(grown_s, max(MOST_CONTENT_S - need.content_s, 0))
    if grown_s == 0:
        return
    need.content_s += grown_s
    need.fresh_s = [a + b for a, b in zip(need.fresh_s, divide(world, grown_s), strict=True)]
    world.log_case(Event.GROW, case, amount=grown_s)


def start_chasing(world: World, case: Case) -> None:
    """Start the citizen's chain of calls to ask how it goes, or take its next link."""
    table = world.blueprint.citizens.chase_s[case.type]
    case.chase.is_chasing = table[-1] > 0
    if case.chase.is_chasing:
        delay_s = look_up(table, case.key, Stream.CHASE_DELAY, case.chase.chases)
        calls_s = next_call_s(world, case, delay_s, Stream.CHASE_DELAY, case.chase.chases)
        world.clock.at(calls_s, Moment.CHASE, case)


def give_up(world: World, case: Case) -> None:
    """Let a citizen give up, who may come back."""
    citizens, attempt = world.blueprint.citizens, case.attempt
    case.is_over = True
    world.log_case(Event.ABANDON, case, amount=case.need.content_s)
    if happens(citizens.resumes[case.type], case.key, Stream.RESUME, attempt):
        delay_s = look_up(citizens.resume_s[case.type], case.key, Stream.RESUME_DELAY, attempt)
        calls_s = next_call_s(world, case, delay_s, Stream.RESUME_DELAY, attempt)
        world.clock.at(calls_s, Moment.RESUME, case)


def start_clock(world: World, case: Case) -> None:
    """Start the target's clock of a case now."""
    case.dates.clock_cal_s = world.now_cal_s
    case.dates.due_cal_s = case.dates.clock_cal_s + world.blueprint.decision.target_s


def complete(world: World, case: Case) -> None:
    """Start the clock anew, where it runs from complete information."""
    if world.blueprint.decision.clock_is_complete:
        start_clock(world, case)
