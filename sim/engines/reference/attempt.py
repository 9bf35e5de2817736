"""An attempt at a need: how it begins, where it waits, how it comes back to the work."""

from sim.blueprint import Whole
from sim.engines.reference.jobs import offer
from sim.engines.reference.queues import contact_pool, function_pool, pool_of
from sim.engines.reference.state import STEP, Case, Task, World
from sim.engines.reference.targets import complete, start_clock
from sim.eventlog import Cause, Event, Job, Moment, Waiting
from sim.random import Purpose, uniform
from sim.random.tables import SLICES
from sim.units import MILLION, MOST_CONTENT_S, split_whole


def delay(table: Whole, drawn: float) -> int:
    """Look a drawn delay up in a table of quantiles."""
    return int(table[int(drawn * SLICES)])


def begin(world: World, case: Case, intake_s: int, is_value: bool) -> None:
    """Begin an attempt: through the front office where there is one, otherwise to the work."""
    case.round, case.function = 0, 0
    case.is_closed_early = case.is_cut = case.is_excepted = False
    case.intake_s, case.intake_is_value = intake_s, is_value
    start_clock(world, case)
    if world.blueprint.layout.has_front:
        case.waiting = Waiting.FRONT
        lot = (case.attempt, Job.INTAKE * STEP, 0)
        offer(world, Task(Job.INTAKE, case, pool_of(world, case, 0), intake_s, lot))
    else:
        plan(world, case)


def plan(world: World, case: Case) -> None:
    """Plan the work: at once, or held to its deadline."""
    hold_s = world.blueprint.decision.hold_s
    if hold_s:
        case.waiting = Waiting.HOLD
        world.after_delay(hold_s, Moment.RELEASE, case)
    else:
        queue_work(world, case)


def queue_work(world: World, case: Case) -> None:
    """Let a case wait for a worker of its present function."""
    case.waiting = Waiting.POOL
    size_s = case.fresh_s[case.function] + case.again_s[case.function] + case.intake_s
    lot = (case.attempt, Job.WORK * STEP + case.function, case.round)
    offer(world, Task(Job.WORK, case, function_pool(world, case), size_s, lot))


def work_again(world: World, case: Case) -> None:
    """Queue a case for its present function again: with more known of it, and luck of its own."""
    case.round += 1
    complete(world, case)
    queue_work(world, case)


def queue_decision(world: World, case: Case, kind: Job) -> None:
    """Let a case wait for who decides it, after its inspection or by exception."""
    case.waiting = Waiting.POOL
    lot = (case.attempt, kind * STEP + case.function, case.round)
    offer(world, Task(kind, case, function_pool(world, case), 0, lot))


def call_task(world: World, case: Case, seconds: int, number: int) -> Task:
    """Return a contact that carries no work, to be answered where the citizen's calls are."""
    lot = (case.attempt, Job.CALL * STEP, number)
    return Task(Job.CALL, case, contact_pool(world, case), seconds, lot)


def call(world: World, case: Case, seconds: int, is_value: bool, number: int) -> None:
    """Let a contact that carries no work wait to be answered."""
    task = call_task(world, case, seconds, number)
    task.is_value = is_value
    offer(world, task)


def contact_in(world: World, case: Case, cause: Cause) -> None:
    """Log an inbound contact: why, what the case waited for, and whether the promise was broken."""
    is_late = world.now_cal_s - case.arrival_cal_s > world.blueprint.citizens.promised_s
    world.log_case(Event.CONTACT_IN, case, case.waiting, int(is_late), cause)


def divide(world: World, case: Case, content_s: int) -> list[int]:
    """Divide content over the functions of the design."""
    return split_whole(content_s, list(world.blueprint.layout.share_ppm))


def grow(world: World, case: Case, unmet_s: int, growth_ppm: int) -> None:
    """Let unmet content grow."""
    grown = unmet_s * (growth_ppm - MILLION) + case.grown_rest
    grown_s, case.grown_rest = divmod(grown, MILLION)
    grown_s = min(grown_s, max(MOST_CONTENT_S - case.content_s, 0))
    if grown_s == 0:
        return
    case.content_s += grown_s
    case.fresh_s = [a + b for a, b in zip(case.fresh_s, divide(world, case, grown_s), strict=True)]
    world.log_case(Event.GROW, case, amount=grown_s)


def start_chasing(world: World, case: Case) -> None:
    """Start the citizen's chain of calls to ask how it goes, or take its next link."""
    table = world.blueprint.citizens.chase_s[case.type]
    case.is_chasing = table[-1] > 0
    if case.is_chasing:
        drawn = uniform(case.key, Purpose.CHASE_DELAY, case.chases)
        world.after_delay(delay(table, drawn), Moment.CHASE, case)
