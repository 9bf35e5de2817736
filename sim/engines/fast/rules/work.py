"""What a worker does with a case: take the contact, read in, notice, work, inspect, decide."""

from typing import Any

from sim.engines.fast.machine.arrays import asked_of, design_of, particulars_of, type_of
from sim.engines.fast.machine.books import log_losses, note, spend
from sim.engines.fast.machine.compiled import inlined
from sim.engines.fast.machine.draws import happens
from sim.engines.fast.rules.attempt import complete
from sim.engines.fast.rules.content import work_content
from sim.engines.fast.rules.decide import close, control, decide, decide_exception
from sim.engines.rules import KEY_STEP, Outcome, Status
from sim.eventlog import Activity, Event, Job, Reason
from sim.random import Stream


@inlined
def do_case(world: Any, task: Any, case: Any, known: Any) -> None:
    """Do a job of a case, in the phases that its kind has.

    Taking a contact, a function's share, a decision and an exception are parts of one course: the
    reference engine has a function for each, here they are what a kind of job leaves out.
    """
    design = design_of(world)
    is_intake, is_work = task.kind == Job.INTAKE, task.kind == Job.WORK
    is_last = case.function == design.functions - 1
    # take the contact, or the case
    if is_work and close_early(world, task, case, design):
        return
    if not is_intake:
        read_in(world, task, case, design, known)
    if is_intake or is_work:
        take_in(world, task, case)
        if refuse(world, task, case, design):
            return
    # what is missing
    if is_work and ask(world, task, case, design, known):
        return
    if is_work and is_last and case.ready_s > world.now_s:
        task.outcome = Outcome.PARKED
        return
    if is_intake and not settles(world, case, design):
        task.outcome = Outcome.FORWARDED
        return
    # the content
    if is_intake or is_work:
        first = 0 if is_intake else case.function
        until = design.functions if is_intake else case.function + 1
        for function in range(first, until):
            work_content(world, task, case, known, function)
        if is_work and not is_last:
            task.outcome = Outcome.PASSED
            return
        if control(world, task, case):
            return
    # the decision
    if task.kind == Job.EXCEPTION:
        decide_exception(world, task, case)
    elif decide(world, task, case):
        return
    close(world, task, case)


@inlined
def settles(world: Any, case: Any, design: Any) -> bool:
    """Tell whether the front office settles a contact: a plain first one, where drawn."""
    is_plain = case.particulars_count == 0 and case.attempt == 1 and case.ready_s <= world.now_s
    return is_plain and happens(design.settles, case.key, Stream.SETTLE)


@inlined
def close_early(world: Any, task: Any, case: Any, decision: Any) -> bool:
    """Close a case past due as it is, where the target counts for more than the need."""
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


@inlined
def read_in(world: Any, task: Any, case: Any, work: Any, known: Any) -> None:
    """Read what is on file, when a face new to the case takes over; some of it does not survive."""
    if not case.is_read or known.is_reader:
        return
    particulars = particulars_of(world)
    on_file = lost = 0
    for p in range(case.particulars_count):
        status = particulars[case.slot, p]
        on_file += status > Status.LOST
        if status == Status.HELD or status == Status.MISFIT:
            if not happens(work.convey, case.key, Stream.CONVEY, p, case.attempt, task.staff):
                particulars[case.slot, p] = Status.LOST
                lost += 1
    spend(world, task, Activity.READ_IN, work.read_in_s + work.read_in_particular_s * on_file)
    if lost:
        log_losses(world, task, case, lost)


@inlined
def refuse(world: Any, task: Any, case: Any, design: Any) -> bool:
    """Send an incomplete form back before any work, where the design does."""
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
def ask(world: Any, task: Any, case: Any, work: Any, known: Any) -> bool:
    """Ask for what is noticed to be missing; true if the answer has to be waited for."""
    noticed = notice(world, case, work, known)
    if noticed == 0:
        return False
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
def notice(world: Any, case: Any, work: Any, known: Any) -> int:
    """Mark the missing particulars that the worker notices; return how many."""
    noticed = 0
    chance = work.notice_familiar if known.is_reader else work.notice
    step = case.function * KEY_STEP + case.rounds
    for p in range(case.particulars_count):
        if particulars_of(world)[case.slot, p] <= Status.LOST:
            if happens(chance, case.key, Stream.NOTICE, p, case.attempt, step):
                asked_of(world)[case.slot, p] = True
                noticed += 1
    return noticed


@inlined
def answer(world: Any, task: Any) -> None:
    """Answer a contact that carries no work on the case."""
    if task.is_value:
        spend(world, task, Activity.INTAKE, task.size_s)
    else:
        spend(world, task, Activity.FAILURE_CONTACT, task.size_s)
