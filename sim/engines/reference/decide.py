"""From worked to decided: inspection, whether the answer fits, the check with the citizen."""

from sim.engines.reference.state import Case, Outcome, Status, Task, Worker, World
from sim.eventlog import Activity, Event, Purchase, Reason
from sim.random import Purpose, uniform
from sim.random.tables import SLICES
from sim.units import MILLION

EXCEPTION_FROM_ATTEMPT = 3


def control(world: World, task: Task, case: Case) -> bool:
    """Control a case once, where drawn; true if it has to wait for a certificate."""
    decision = world.blueprint.decision
    if case.is_controlled or uniform(case.key, Purpose.CONTROL) >= decision.control:
        return False
    case.is_controlled = True
    task.spend(Activity.CONTROL, decision.control_s)
    if _spell(world, case) <= decision.certificate_from_s or not decision.asks_certificate:
        return False
    case.has_certificate = True
    task.after.append((Event.PURCHASE, Purchase.CERTIFICATE, 1))
    task.outcome = Outcome.CONTROLLED
    return True


def _spell(world: World, case: Case) -> int:
    """Return the spell as claimed: those who know the day of the certificate stay below it."""
    decision, spell_s = world.blueprint.decision, world.spell_s[case.citizen]
    if world.dishonest[case.citizen] and uniform(case.key, Purpose.LEARNED) < decision.learned:
        return min(spell_s, decision.certificate_from_s)
    return spell_s


def decide(world: World, task: Task, worker: Worker) -> None:
    """Answer each particular on file; the answer fits it or does not."""
    case, absorb = task.case, world.blueprint.decision.absorb
    for particular, status in enumerate(case.particulars):
        if status == Status.HELD:
            fits = uniform(case.key, Purpose.ABSORB, particular, case.attempt) < absorb
            case.particulars[particular] = Status.ABSORBED if fits else Status.MISFIT
    if _takes_exception(world, case):
        case.is_excepted = True
        task.outcome = Outcome.EXCEPTED
        return
    _close(world, task, worker)


def _takes_exception(world: World, case: Case) -> bool:
    is_open = case.attempt >= EXCEPTION_FROM_ATTEMPT or world.blueprint.decision.done_is_need
    return bool(is_open and not case.is_excepted and Status.MISFIT in case.particulars)


def decide_exception(world: World, task: Task, worker: Worker) -> None:
    """Answer outside the standard what the standard did not fit."""
    case, decision = task.case, world.blueprint.decision
    task.spend(Activity.EXCEPTION, decision.exception_s)
    for particular, status in enumerate(case.particulars):
        if status == Status.MISFIT:
            drawn = uniform(case.key, Purpose.EXCEPTION, particular, case.attempt)
            if drawn < decision.exception_chance:
                case.particulars[particular] = Status.ABSORBED
    _close(world, task, worker)


def _close(world: World, task: Task, worker: Worker) -> None:
    case, decision = task.case, world.blueprint.decision
    task.spend(Activity.REPORT, decision.report_s)
    if uniform(case.key, Purpose.CHECK, case.attempt) < decision.check:
        _check(world, task, case)
    step, granted_ppm = _grant(world, task, case, worker)
    task.after.append((Event.DECIDE, step, granted_ppm))
    task.outcome = Outcome.DECIDED


def _check(world: World, task: Task, case: Case) -> None:
    """Ask the citizen whether the answer fits, and mend what is told before it is sent."""
    decision, tell = world.blueprint.decision, world.blueprint.citizens.tell[case.type]
    task.spend(Activity.CHECK, decision.check_s)
    unmet = [p for p, status in enumerate(case.particulars) if status != Status.ABSORBED]
    task.after.append((Event.CONTACT_OUT, Reason.CHECK, len(unmet)))
    for particular in unmet:
        about = (particular, case.attempt)
        if uniform(case.key, Purpose.TELL, *about, 1) < tell:
            fits = uniform(case.key, Purpose.ABSORB_AT_CHECK, *about) < decision.absorb
            case.particulars[particular] = Status.ABSORBED if fits else Status.MISFIT


def _grant(world: World, task: Task, case: Case, worker: Worker) -> tuple[int, int]:
    """Return whether it was the worker's own judgement, and what is granted (ppm of standard)."""
    decision = world.blueprint.decision
    if world.dishonest[case.citizen]:
        if case.has_certificate and uniform(case.key, Purpose.DETECT) < decision.detects:
            case.is_detected = True
            task.after.append((Event.DETECT, 0, 1))
            return 0, 0
        task.after.append((Event.DISHONEST, 0, 1))
    if uniform(case.key, Purpose.DISCRETION, case.attempt) >= decision.discretion:
        return 0, MILLION
    drawn = uniform(case.key, Purpose.JUDGEMENT, worker.identity)
    return 1, decision.judgement_ppm[int(drawn * SLICES)]
