"""How a case comes back: released, answered, chased, or brought back by a citizen not helped."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    again_s_of,
    asked_of,
    design_of,
    fresh_s_of,
    particulars_of,
    passed_s_of,
    portions_of,
    type_of,
)
from sim.engines.fast.machine.books import log_case
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens
from sim.engines.fast.machine.steps import (
    BEGIN,
    NOTHING,
    PLAN,
    QUEUE_DECISION,
    QUEUE_EXCEPTION,
    QUEUE_WORK,
    TAKE_UP,
)
from sim.engines.fast.rules.arrive import return_grown
from sim.engines.fast.rules.attempt import (
    call,
    complete,
    contact_in,
    divide,
    grow,
    start_chasing,
    work_again,
)
from sim.engines.fast.rules.unanswered import start_doubting
from sim.engines.rules import Status
from sim.eventlog import NONE, Cause, Event, Waiting
from sim.random import Stream
from sim.units import MILLION


@inlined
def released(world: Any, case: Any) -> int:
    """Take a case up again that was held to its deadline, or waited for something.

    Unless the citizen has given up waiting since then.
    """
    if case.release_s != world.now_s:
        return NOTHING
    case.release_s = NONE
    if case.waiting == Waiting.HOLD:
        return TAKE_UP
    if case.waiting == Waiting.PICK_UP:
        return QUEUE_WORK
    if case.waiting == Waiting.INSPECTION:
        return QUEUE_DECISION
    return QUEUE_EXCEPTION


@inlined
def take_answer(world: Any, case: Any) -> int:
    """Take the answer to a letter: failure demand; the case goes to the back of the queue."""
    was_missing = False
    for p in range(case.particulars_count):
        if asked_of(world)[case.slot, p]:
            was_missing |= particulars_of(world)[case.slot, p] == Status.MISSING
    contact_in(world, case, Cause.CAPTURE.value if was_missing else Cause.CONVEY.value)
    for p in range(case.particulars_count):
        if asked_of(world)[case.slot, p]:
            particulars_of(world)[case.slot, p] = Status.HELD
            asked_of(world)[case.slot, p] = False
    case.asked_count = 0
    case.intake_s, case.intake_is_value = design_of(world).form_s, False
    if case.is_refused:
        case.is_refused = False
        case.rounds += 1
        complete(world, case)
        return PLAN
    return work_again(world, case)


@inlined
def cause_of_return(world: Any, case: Any) -> int:
    """Return why a need is not met: nobody answered, or the most upstream loss; or an appeal."""
    if case.is_unanswered:
        return Cause.UNANSWERED.value
    if _has(world, case, Status.MISSING):
        return Cause.CAPTURE.value
    if _has(world, case, Status.LOST):
        return Cause.CONVEY.value
    if _has(world, case, Status.MISFIT):
        return Cause.ABSORB.value
    if case.is_cut:
        return Cause.CAP.value
    return Cause.JUDGEMENT.value if case.is_appealed else Cause.PREMATURE.value


@inlined
def _has(world: Any, case: Any, status: Any) -> bool:
    for p in range(case.particulars_count):
        if particulars_of(world)[case.slot, p] == status:
            return True
    return False


@inlined
def come_back(world: Any, case: Any) -> int:
    """Let a citizen come back who was not helped: failure demand, and a new attempt."""
    if case.is_turned_away:
        contact_in(world, case, Cause.TURNED_AWAY.value)
        case.attempt += 1
        return return_grown(world, case)
    contact_in(world, case, cause_of_return(world, case))
    case.attempt += 1
    case.is_by_phone = True
    _tell(world, case)
    _plan_rework(world, case)
    case.intake_s = design_of(world).dialogue_s
    case.intake_is_value = False
    if not case.is_chasing:
        start_chasing(world, case)
    if not case.is_doubting:
        start_doubting(world, case)
    return BEGIN


@inlined
def _tell(world: Any, case: Any) -> None:
    """Let the citizen tell what is missing: each with a chance, at least one."""
    particulars, chance = particulars_of(world), type_of(world, case).tell
    first, told = -1, False
    for p in range(case.particulars_count):
        if particulars[case.slot, p] > Status.LOST:
            continue
        if first < 0:
            first = p
        if happens(chance, case.key, Stream.TELL, p, case.attempt):
            particulars[case.slot, p] = Status.HELD
            told = True
    if first >= 0 and not told:
        particulars[case.slot, first] = Status.HELD


@inlined
def _plan_rework(world: Any, case: Any) -> None:
    """Plan what has to be done again, and let what is unmet grow."""
    demand = type_of(world, case)
    is_unfit = case.is_appealed != 0
    for p in range(case.particulars_count):
        is_unfit |= particulars_of(world)[case.slot, p] != Status.ABSORBED
        if particulars_of(world)[case.slot, p] == Status.MISFIT:
            particulars_of(world)[case.slot, p] = Status.HELD
    rework_ppm = demand.rework_ppm if is_unfit else 0
    divide(world, case.content_s)
    unmet_s = 0
    for f in range(design_of(world).functions):
        fresh_s, passed_s = fresh_s_of(world)[case.slot, f], passed_s_of(world)[case.slot, f]
        done_s = portions_of(world)[0, f] - fresh_s - passed_s
        again_s_of(world)[case.slot, f] = max(done_s, 0) * rework_ppm // MILLION
        unmet_s += fresh_s + again_s_of(world)[case.slot, f]
    grow(world, case, unmet_s, demand.growth_ppm)


@inlined
def resume(world: Any, case: Any) -> int:
    """Let a citizen come back who had given up."""
    case.is_over = False
    log_case(world, Event.RESUME, case, amount=case.content_s)
    return come_back(world, case)


@inlined
def chase(world: Any, case: Any) -> int:
    """Let a citizen ask how it goes, if waiting on the service and no such call is pending."""
    case.chases += 1
    if case.is_over:
        case.is_chasing = False
        return NOTHING
    on_service = case.waiting != Waiting.NOTHING and case.waiting != Waiting.CITIZEN
    calls = on_service and not case.is_calling
    if calls and _tires(world, case):
        case.is_chasing = False
    else:
        start_chasing(world, case)
    if not calls:
        return NOTHING
    case.is_calling = True
    contact_in(world, case, Cause.CHASE.value)
    step = call(world, design_of(world).call_s, False, case.chases)
    world.job_is_chase = True
    return step


@inlined
def _tires(world: Any, case: Any) -> bool:
    """Tell whether it is the last time in this attempt that a citizen asks."""
    return happens(type_of(world, case).chase_tires, case.key, Stream.CHASE_TIRES, case.chases)
