"""What a worker does with a case: take the contact, read in, notice, work, inspect, decide."""

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Task, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.attempt import complete
from sim.engines.reference.rules.content import work_content
from sim.engines.reference.rules.decide import control, decide, decide_exception
from sim.engines.reference.rules.memory import last_met
from sim.engines.reference.rules.route import next_function
from sim.engines.rules import KEY_STEP, MOST_SENT_BACK, Outcome, Status
from sim.eventlog import Activity, Event, Reason
from sim.random import Stream

ON_FILE = (Status.HELD, Status.MISFIT)
NOT_ON_FILE = (Status.MISSING, Status.LOST)


def take_contact(world: World, task: Task, worker: Worker) -> None:
    """Take a contact in the front office: settle it, send it back, or pass it on."""
    case = task.case
    take_in(task, case)
    if refuse(world, task, case):
        return
    if settles(world, case):
        for function in range(world.blueprint.layout.functions):
            work_content(world, task, worker, function, world.blueprint.work.pace_ppm)
        if not control(world, task, case):
            decide(world, task, worker)
        return
    task.outcome = Outcome.FORWARDED


def settles(world: World, case: Case) -> bool:
    """Tell whether the front office settles a contact: a plain first one, where drawn."""
    is_ready = case.dates.ready_s <= world.clock.now_s
    is_plain = is_ready and not case.need.particulars and case.attempt == 1
    return is_plain and happens(world.blueprint.intake.settles, case.key, Stream.SETTLE)


def do_work(world: World, task: Task, worker: Worker) -> None:
    """Do one function's share of a case."""
    case, after = task.case, next_function(world, task.case)
    is_last = after == world.blueprint.layout.functions
    if close_early(world, task, case):
        return
    read_in(world, task, case, worker)
    take_in(task, case)
    if refuse(world, task, case) or ask(world, task, case, worker):
        return
    if is_last and case.dates.ready_s > world.clock.now_s:
        task.outcome = Outcome.PARKED
        return
    if case.handling.function >= case.handling.worked:
        case.handling.worked = after
        work_shares(world, task, worker, after)
    if goes_back(world, case):
        task.outcome = Outcome.SENT_BACK
    elif not is_last:
        task.outcome = Outcome.PASSED
    elif not control(world, task, case):
        decide(world, task, worker)


def work_shares(world: World, task: Task, worker: Worker, after: int) -> None:
    """Work off a function's share of a case, and those that it goes past before the next one."""
    function, work = task.case.handling.function, world.blueprint.work
    work_content(world, task, worker, function, work.pace_ppm)
    for passed in range(function + 1, after):
        work_content(world, task, worker, passed, work.unspecialised_ppm)


def goes_back(world: World, case: Case) -> bool:
    """Tell whether a case is sent back to the function before, where drawn: a few times at most."""
    chance, handling = world.blueprint.work.goes_back, case.handling
    if chance <= 0 or handling.function == 0 or handling.sent_back == MOST_SENT_BACK:
        return False
    about = (case.attempt, handling.function, handling.rounds)
    return happens(chance, case.key, Stream.GO_BACK, *about)


def inspect_again(world: World, task: Task, worker: Worker) -> None:
    """Decide a case that comes back from its inspection."""
    read_in(world, task, task.case, worker)
    decide(world, task, worker)


def do_exception(world: World, task: Task, worker: Worker) -> None:
    """Find an answer outside the standard."""
    read_in(world, task, task.case, worker)
    decide_exception(world, task, worker)


def answer(world: World, task: Task, worker: Worker) -> None:
    """Answer a contact that carries no work on the case."""
    activity = Activity.INTAKE if task.is_value else Activity.FAILURE_CONTACT
    task.spend(activity, task.size_s)
    task.outcome = Outcome.ANSWERED


def close_early(world: World, task: Task, case: Case) -> bool:
    """Close a case past due as it is, where the target counts for more than the need."""
    decision = world.blueprint.decision
    if decision.premature <= 0 or world.now_cal_s <= case.dates.due_cal_s:
        return False
    about = (case.attempt, case.handling.function)
    if not happens(decision.premature, case.key, Stream.PREMATURE, *about):
        return False
    take_in(task, case)
    task.spend(Activity.REPORT, decision.report_s)
    task.outcome = Outcome.CLOSED_EARLY
    return True


def take_in(task: Task, case: Case) -> None:
    """Take in a contact that lies with the case."""
    is_value = case.contact.intake_is_value
    task.spend(Activity.INTAKE if is_value else Activity.FAILURE_CONTACT, case.contact.intake_s)
    case.contact.intake_s = 0


def read_in(world: World, task: Task, case: Case, worker: Worker) -> None:
    """Read what is on file, when a face new to the case takes over; some of it does not survive."""
    if not case.staff.is_read or worker.identity in case.staff.readers:
        return
    work = world.blueprint.work
    particulars = case.need.particulars
    on_file = [p for p, status in enumerate(particulars) if status > Status.LOST]
    task.spend(Activity.READ_IN, work.read_in_s + work.read_in_particular_s * len(on_file))
    lost = [p for p in on_file if particulars[p] in ON_FILE and _loses(world, case, p, worker)]
    for particular in lost:
        particulars[particular] = Status.LOST
    if lost:
        world.log(Event.LOSE, task.who, case.handling.function, len(lost))


def _loses(world: World, case: Case, particular: int, worker: Worker) -> bool:
    reading = last_met(world, case, worker.identity) * KEY_STEP + case.attempt
    about = (particular, reading, worker.identity)
    return not happens(world.blueprint.work.convey, case.key, Stream.CONVEY, *about)


def refuse(world: World, task: Task, case: Case) -> bool:
    """Send an incomplete form back before any work, where the design does."""
    refuses = world.blueprint.intake.refuses
    if refuses <= 0 or not case.contact.is_form or case.attempt > 1 or case.handling.rounds > 0:
        return False
    missing = [p for p, status in enumerate(case.need.particulars) if status == Status.MISSING]
    if not missing or not happens(refuses, case.key, Stream.REFUSE):
        return False
    case.contact.asked, case.contact.is_refused = missing, True
    task.spend(Activity.ASK, world.blueprint.work.ask_s)
    task.note(Event.REFUSE, 0, len(missing))
    task.note(Event.CONTACT_OUT, Reason.REFUSE, len(missing))
    task.outcome = Outcome.REFUSED
    return True


def ask(world: World, task: Task, case: Case, worker: Worker) -> bool:
    """Ask for what is noticed to be missing; true if the answer has to be waited for."""
    noticed = notice(world, case, worker)
    if not noticed:
        return False
    work, citizens = world.blueprint.work, world.blueprint.citizens
    task.spend(Activity.ASK, work.ask_s)
    about = (case.attempt, case.handling.function, case.handling.rounds)
    if happens(work.asks_in_dialogue, case.key, Stream.ASK_IN_DIALOGUE, *about):
        task.note(Event.CONTACT_OUT, Reason.ASK_IN_DIALOGUE, len(noticed))
        if happens(citizens.reach[case.type], case.key, Stream.REACH, *about):
            for particular in noticed:
                case.need.particulars[particular] = Status.HELD
            complete(world, case)
            return False
    else:
        task.note(Event.CONTACT_OUT, Reason.ASK_BY_LETTER, len(noticed))
    case.contact.asked = noticed
    task.outcome = Outcome.ASKED
    return True


def notice(world: World, case: Case, worker: Worker) -> list[int]:
    """Return the missing particulars that the worker notices."""
    work = world.blueprint.work
    chance = work.notice_familiar if worker.identity in case.staff.readers else work.notice
    step = case.handling.function * KEY_STEP + case.handling.rounds
    return [
        p
        for p, status in enumerate(case.need.particulars)
        if status in NOT_ON_FILE and happens(chance, case.key, Stream.NOTICE, p, case.attempt, step)
    ]
