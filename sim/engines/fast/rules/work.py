"""What a worker does with a case: take the contact, read in, notice, work, inspect, decide."""

from typing import Any

from sim.engines.fast.machine.arrays import asked_of, design_of, particulars_of, type_of
from sim.engines.fast.machine.books import log_losses, note, spend
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import happens
from sim.engines.fast.rules.attempt import complete
from sim.engines.fast.rules.content import work_content
from sim.engines.fast.rules.decide import control, decide, decide_exception
from sim.engines.fast.rules.memory import last_met
from sim.engines.fast.rules.route import next_function
from sim.engines.rules import KEY_STEP, MOST_SENT_BACK, Outcome, Status
from sim.eventlog import Activity, Event, Reason
from sim.random import Stream


@inlined
def take_contact(world: Any, task: Any, case: Any, known: Any) -> None:
    """Take a contact in the front office: settle it, send it back, or pass it on."""
    take_in(world, task, case)
    if refuse(world, task, case):
        return
    if settles(world, case):
        for function in range(design_of(world).functions):
            work_content(world, task, case, known, function, design_of(world).pace_ppm)
        if not control(world, task, case):
            decide(world, task, case)
        return
    task.outcome = Outcome.FORWARDED


@inlined
def do_work(world: Any, task: Any, case: Any, known: Any) -> None:
    """Do one function's share of a case."""
    after = next_function(world, case)
    is_last = after == design_of(world).functions
    if close_early(world, task, case):
        return
    read_in(world, task, case, known)
    take_in(world, task, case)
    if refuse(world, task, case) or ask(world, task, case, known):
        return
    if is_last and case.ready_s > world.now_s:
        task.outcome = Outcome.PARKED
        return
    if case.function >= case.worked:
        case.worked = after
        work_shares(world, task, case, known, after)
    if goes_back(world, case):
        task.outcome = Outcome.SENT_BACK
    elif not is_last:
        task.outcome = Outcome.PASSED
    elif not control(world, task, case):
        decide(world, task, case)


@inlined
def work_shares(world: Any, task: Any, case: Any, known: Any, after: int) -> None:
    """Work off a function's share of a case, and those that it goes past before the next one."""
    work = design_of(world)
    work_content(world, task, case, known, case.function, work.pace_ppm)
    for passed in range(case.function + 1, after):
        work_content(world, task, case, known, passed, work.unspecialised_ppm)


@inlined
def goes_back(world: Any, case: Any) -> bool:
    """Tell whether a case is sent back to the function before, where drawn: a few times at most."""
    chance = design_of(world).goes_back
    if chance <= 0 or case.function == 0 or case.sent_back == MOST_SENT_BACK:
        return False
    return happens(chance, case.key, Stream.GO_BACK, case.attempt, case.function, case.rounds)


@inlined
def inspect_again(world: Any, task: Any, case: Any, known: Any) -> None:
    """Decide a case that comes back from its inspection."""
    read_in(world, task, case, known)
    decide(world, task, case)


@inlined
def do_exception(world: Any, task: Any, case: Any, known: Any) -> None:
    """Find an answer outside the standard."""
    read_in(world, task, case, known)
    decide_exception(world, task, case)


@inlined
def answer(world: Any, task: Any) -> None:
    """Answer a contact that carries no work on the case."""
    if task.is_value:
        spend(world, task, Activity.INTAKE, task.size_s)
    else:
        spend(world, task, Activity.FAILURE_CONTACT, task.size_s)


@inlined
def settles(world: Any, case: Any) -> bool:
    """Tell whether the front office settles a contact: a plain first one, where drawn."""
    is_plain = case.particulars_count == 0 and case.attempt == 1 and case.ready_s <= world.now_s
    return is_plain and happens(design_of(world).settles, case.key, Stream.SETTLE)


@inlined
def close_early(world: Any, task: Any, case: Any) -> bool:
    """Close a case past due as it is, where the target counts for more than the need."""
    decision = design_of(world)
    if decision.premature <= 0 or world.now_cal_s <= case.due_cal_s:
        return False
    about = case.attempt
    if not happens(decision.premature, case.key, Stream.PREMATURE, about, case.function):
        return False
    take_in(world, task, case)
    spend(world, task, Activity.REPORT, decision.report_s)
    task.outcome = Outcome.CLOSED_EARLY
    return True


@inlined
def take_in(world: Any, task: Any, case: Any) -> None:
    """Take in a contact that lies with the case."""
    if case.intake_is_value:
        spend(world, task, Activity.INTAKE, case.intake_s)
    else:
        spend(world, task, Activity.FAILURE_CONTACT, case.intake_s)
    case.intake_s = 0


@compiled
def read_in(world: Any, task: Any, case: Any, known: Any) -> None:
    """Read what is on file, when a face new to the case takes over; some of it does not survive."""
    if not case.is_read or known.is_reader:
        return
    work, particulars = design_of(world), particulars_of(world)
    reading = last_met(world, known) * KEY_STEP + case.attempt
    on_file = lost = 0
    for p in range(case.particulars_count):
        status = particulars[case.slot, p]
        on_file += status > Status.LOST
        if status == Status.HELD or status == Status.MISFIT:
            if not happens(work.convey, case.key, Stream.CONVEY, p, reading, task.staff):
                particulars[case.slot, p] = Status.LOST
                lost += 1
    spend(world, task, Activity.READ_IN, work.read_in_s + work.read_in_particular_s * on_file)
    if lost:
        log_losses(world, task, case, lost)


@compiled
def refuse(world: Any, task: Any, case: Any) -> bool:
    """Send an incomplete form back before any work, where the design does."""
    design = design_of(world)
    if design.refuses <= 0 or not case.is_form or case.attempt > 1 or case.rounds > 0:
        return False
    missing = 0
    for p in range(case.particulars_count):
        missing += particulars_of(world)[case.slot, p] == Status.MISSING
    if not missing or not happens(design.refuses, case.key, Stream.REFUSE):
        return False
    for p in range(case.particulars_count):
        asked_of(world)[case.slot, p] = particulars_of(world)[case.slot, p] == Status.MISSING
    case.asked_count, case.is_refused = missing, True
    spend(world, task, Activity.ASK, design.ask_s)
    note(world, task, Event.REFUSE, 0, missing)
    note(world, task, Event.CONTACT_OUT, Reason.REFUSE.value, missing)
    task.outcome = Outcome.REFUSED
    return True


@inlined
def ask(world: Any, task: Any, case: Any, known: Any) -> bool:
    """Ask for what is noticed to be missing; true if the answer has to be waited for."""
    noticed = notice(world, case, known)
    if noticed == 0:
        return False
    work = design_of(world)
    spend(world, task, Activity.ASK, work.ask_s)
    attempt, function = case.attempt, case.function
    chance = work.asks_in_dialogue
    if happens(chance, case.key, Stream.ASK_IN_DIALOGUE, attempt, function, case.rounds):
        note(world, task, Event.CONTACT_OUT, Reason.ASK_IN_DIALOGUE.value, noticed)
        chance = type_of(world, case).reach
        if happens(chance, case.key, Stream.REACH, attempt, function, case.rounds):
            _hold_asked(world, case)
            complete(world, case)
            return False
    else:
        note(world, task, Event.CONTACT_OUT, Reason.ASK_BY_LETTER.value, noticed)
    case.asked_count = noticed
    task.outcome = Outcome.ASKED
    return True


@inlined
def _hold_asked(world: Any, case: Any) -> None:
    for p in range(case.particulars_count):
        if asked_of(world)[case.slot, p]:
            particulars_of(world)[case.slot, p] = Status.HELD
            asked_of(world)[case.slot, p] = False


@inlined
def notice(world: Any, case: Any, known: Any) -> int:
    """Mark the missing particulars that the worker notices; return how many."""
    work, noticed = design_of(world), 0
    chance = work.notice_familiar if known.is_reader else work.notice
    step = case.function * KEY_STEP + case.rounds
    for p in range(case.particulars_count):
        if particulars_of(world)[case.slot, p] <= Status.LOST:
            if happens(chance, case.key, Stream.NOTICE, p, case.attempt, step):
                asked_of(world)[case.slot, p] = True
                noticed += 1
    return noticed
