"""How a case comes back: released, answered, chased, or brought back by a citizen not helped."""

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.arrive import return_grown
from sim.engines.reference.rules.attempt import (
    begin,
    call_task,
    complete,
    contact_in,
    divide,
    grow,
    plan,
    queue_decision,
    queue_work,
    start_chasing,
    take_up,
    work_again,
)
from sim.engines.reference.rules.calling import hold_line
from sim.engines.reference.rules.jobs import offer
from sim.engines.reference.rules.unanswered import start_doubting
from sim.engines.rules import Status
from sim.eventlog import NONE, Cause, Event, Job, Waiting
from sim.random import Stream
from sim.units import MILLION


def released(world: World, case: Case) -> None:
    """Take a case up again that was held to its deadline, or waited for something.

    Unless the citizen has given up waiting since then.
    """
    if case.dates.release_s != world.clock.now_s:
        return
    case.dates.release_s = NONE
    if case.waiting == Waiting.HOLD:
        take_up(world, case)
    elif case.waiting == Waiting.PICK_UP:
        queue_work(world, case)
    elif case.waiting == Waiting.INSPECTION:
        queue_decision(world, case, Job.DECIDE)
    else:
        queue_decision(world, case, Job.EXCEPTION)


def take_answer(world: World, case: Case) -> None:
    """Take the answer to a letter: failure demand; the case goes to the back of the queue."""
    was_missing = any(case.need.particulars[p] == Status.MISSING for p in case.contact.asked)
    cause = Cause.CAPTURE if was_missing else Cause.CONVEY
    contact_in(world, case, cause)
    for particular in case.contact.asked:
        case.need.particulars[particular] = Status.HELD
    case.contact.asked = []
    case.contact.intake_s, case.contact.intake_is_value = world.blueprint.intake.form_s, False
    if case.contact.is_refused:
        case.contact.is_refused = False
        case.handling.rounds += 1
        complete(world, case)
        plan(world, case)
    else:
        work_again(world, case)


def cause_of_return(case: Case) -> Cause:
    """Return why a need is not met: nobody answered, or the most upstream loss; or an appeal."""
    if case.handling.is_unanswered:
        return Cause.UNANSWERED
    by_status = (
        (Status.MISSING, Cause.CAPTURE),
        (Status.LOST, Cause.CONVEY),
        (Status.MISFIT, Cause.ABSORB),
    )
    for status, cause in by_status:
        if status in case.need.particulars:
            return cause
    if case.handling.is_cut:
        return Cause.CAP
    return Cause.JUDGEMENT if case.handling.is_appealed else Cause.PREMATURE


def come_back(world: World, case: Case) -> None:
    """Let a citizen come back who was not helped: failure demand, and a new attempt."""
    if case.is_turned_away:
        contact_in(world, case, Cause.TURNED_AWAY)
        case.attempt += 1
        return_grown(world, case)
        return
    contact_in(world, case, cause_of_return(case))
    case.attempt += 1
    case.contact.is_by_phone = True
    _tell(world, case)
    _plan_rework(world, case)
    begin(world, case, world.blueprint.intake.dialogue_s, is_value=False)
    if not case.chase.is_chasing:
        start_chasing(world, case)
    if not case.chase.is_doubting:
        start_doubting(world, case)


def _tell(world: World, case: Case) -> None:
    """Let the citizen tell what is missing: each with a chance, at least one."""
    chance = world.blueprint.citizens.tell[case.type]
    missing = [p for p, status in enumerate(case.need.particulars) if status <= Status.LOST]
    told = [p for p in missing if happens(chance, case.key, Stream.TELL, p, case.attempt)]
    for particular in told or missing[:1]:
        case.need.particulars[particular] = Status.HELD


def _plan_rework(world: World, case: Case) -> None:
    """Plan what has to be done again, and let what is unmet grow."""
    citizens = world.blueprint.citizens
    need = case.need
    is_unfit = any(status != Status.ABSORBED for status in need.particulars)
    is_unfit |= case.handling.is_appealed
    rework_ppm = citizens.rework_ppm[case.type] if is_unfit else 0
    whole = divide(world, need.content_s)
    done = [a - b - c for a, b, c in zip(whole, need.fresh_s, need.passed_s, strict=True)]
    need.again_s = [max(seconds, 0) * rework_ppm // MILLION for seconds in done]
    need.particulars = [
        Status.HELD if status == Status.MISFIT else status for status in need.particulars
    ]
    unmet_s = sum(need.fresh_s) + sum(need.again_s)
    grow(world, case, unmet_s, citizens.growth_ppm[case.type])


def resume(world: World, case: Case) -> None:
    """Let a citizen come back who had given up."""
    case.is_over = False
    world.log_case(Event.RESUME, case, amount=case.need.content_s)
    come_back(world, case)


def chase(world: World, case: Case) -> None:
    """Let a citizen ask how it goes, if waiting on the service and no such call is pending."""
    case.chase.chases += 1
    if case.is_over:
        case.chase.is_chasing = False
        return
    on_service = case.waiting not in (Waiting.NOTHING, Waiting.CITIZEN)
    calls = on_service and not case.chase.is_calling
    if calls and _tires(world, case):
        case.chase.is_chasing = False
    else:
        start_chasing(world, case)
    if calls:
        case.chase.is_calling = True
        contact_in(world, case, Cause.CHASE)
        chasing = call_task(world, case, world.blueprint.intake.call_s, case.chase.chases)
        chasing.is_chase = True
        hold_line(world, chasing)
        offer(world, chasing)


def _tires(world: World, case: Case) -> bool:
    """Tell whether it is the last time in this attempt that a citizen asks."""
    chance = world.blueprint.citizens.chase_tires[case.type]
    return chance > 0 and happens(chance, case.key, Stream.CHASE_TIRES, case.chase.chases)
