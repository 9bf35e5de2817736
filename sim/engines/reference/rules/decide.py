"""From worked to decided: inspection, whether the answer fits, the check with the citizen."""

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens, look_up
from sim.engines.reference.machine.staff import Task, Worker
from sim.engines.reference.machine.world import World
from sim.engines.reference.rules.route import expertise
from sim.engines.rules import EXCEPTION_FROM_ATTEMPT, Outcome, Status
from sim.eventlog import Activity, Event, Purchase, Reason
from sim.random import Stream
from sim.units import MILLION


def control(world: World, task: Task, case: Case) -> bool:
    """Control a case once, where drawn; true if it has to wait for a certificate."""
    decision, controls = world.blueprint.decision, case.controls
    if controls.is_controlled or not happens(decision.control, case.key, Stream.CONTROL):
        return False
    controls.is_controlled = True
    task.spend(Activity.CONTROL, decision.control_s)
    if _spell(world, case) <= decision.certificate_from_s or not decision.asks_certificate:
        return False
    controls.has_certificate = True
    task.note(Event.PURCHASE, Purchase.CERTIFICATE, 1)
    task.outcome = Outcome.CONTROLLED
    return True


def _spell(world: World, case: Case) -> int:
    """Return the spell as claimed: those who know the day of the certificate stay below it."""
    decision, spell_s = world.blueprint.decision, case.person.spell_s
    if case.person.dishonest and happens(decision.learned, case.key, Stream.LEARNED):
        return min(spell_s, decision.certificate_from_s)
    return spell_s


def decide(world: World, task: Task, worker: Worker) -> None:
    """Answer each particular on file; the answer fits it or does not."""
    case, absorb = task.case, world.blueprint.decision.absorb
    particulars = case.need.particulars
    for particular, status in enumerate(particulars):
        if status == Status.HELD:
            chance = fitting(world, case, absorb, particular)
            fits = happens(chance, case.key, Stream.ABSORB, particular, case.attempt)
            particulars[particular] = Status.ABSORBED if fits else Status.MISFIT
    if _takes_exception(world, case):
        case.handling.is_excepted = True
        task.outcome = Outcome.EXCEPTED
        return
    close(world, task, worker)


def fitting(world: World, case: Case, chance: float, particular: int, *visit: int) -> float:
    """Return the chance that an answer fits: a part of what it is else where it needs an expert.

    A particular of the day is told from another by its visit.
    """
    citizens, decision = world.blueprint.citizens, world.blueprint.decision
    expert, about = citizens.expert[case.type], (particular, *visit)
    if not (expert > 0 and happens(expert, case.key, Stream.EXPERT, *about)):
        return chance
    is_visits = citizens.is_visits[case.type]
    return chance * (decision.visit_expertise if is_visits else expertise(world, case))


def _takes_exception(world: World, case: Case) -> bool:
    is_open = case.attempt >= EXCEPTION_FROM_ATTEMPT or world.blueprint.decision.done_is_need
    is_unfit = Status.MISFIT in case.need.particulars
    return bool(is_open and is_unfit and not case.handling.is_excepted)


def decide_exception(world: World, task: Task, worker: Worker) -> None:
    """Answer outside the standard what the standard did not fit."""
    case, decision = task.case, world.blueprint.decision
    task.spend(Activity.EXCEPTION, decision.exception_s)
    particulars = case.need.particulars
    misfits = [p for p, status in enumerate(particulars) if status == Status.MISFIT]
    for particular in misfits:
        chance = fitting(world, case, decision.exception_chance, particular)
        if happens(chance, case.key, Stream.EXCEPTION, particular, case.attempt):
            particulars[particular] = Status.ABSORBED
    close(world, task, worker)


def close(world: World, task: Task, worker: Worker) -> None:
    """Report, check, and grant what is granted."""
    case, decision = task.case, world.blueprint.decision
    task.spend(Activity.REPORT, decision.report_s)
    if happens(decision.check, case.key, Stream.CHECK, case.attempt):
        _check(world, task, case)
    _grant(world, task, worker)
    task.outcome = Outcome.DECIDED


def _check(world: World, task: Task, case: Case) -> None:
    """Ask the citizen whether the answer fits, and mend what is told before it is sent."""
    decision, tell = world.blueprint.decision, world.blueprint.citizens.tell[case.type]
    task.spend(Activity.CHECK, decision.check_s)
    unmet = [p for p, status in enumerate(case.need.particulars) if status != Status.ABSORBED]
    task.note(Event.CONTACT_OUT, Reason.CHECK, len(unmet))
    for particular in unmet:
        about = (particular, case.attempt)
        if happens(tell, case.key, Stream.TELL, *about, 1):
            chance = fitting(world, case, decision.absorb, particular)
            fits = happens(chance, case.key, Stream.ABSORB_AT_CHECK, *about)
            case.need.particulars[particular] = Status.ABSORBED if fits else Status.MISFIT


def _grant(world: World, task: Task, worker: Worker) -> None:
    """Note whether it was the worker's own judgement, and what is granted (ppm of standard)."""
    case, decision = task.case, world.blueprint.decision
    if case.person.dishonest:
        if case.controls.has_certificate and happens(decision.detects, case.key, Stream.DETECT):
            case.controls.is_detected = True
            task.note(Event.DETECT, 0, 1)
            task.note(Event.DECIDE, 0, 0)
            return
        task.note(Event.DISHONEST, 0, 1)
    granted_ppm = judge(world, task, worker, case.attempt)
    case.handling.is_appealed = appeals(world, case, granted_ppm)


def judge(world: World, task: Task, worker: Worker, *about: int) -> int:
    """Note a decision, and return what it grants (ppm of the standard).

    It is by the worker's own judgement where there is discretion, otherwise the standard.
    """
    decision, key = world.blueprint.decision, task.case.key
    if happens(decision.discretion, key, Stream.DISCRETION, *about):
        granted_ppm = look_up(decision.judgement_ppm, key, Stream.JUDGEMENT, worker.identity)
        task.note(Event.DECIDE, 1, granted_ppm)
        return granted_ppm
    task.note(Event.DECIDE, 0, MILLION)
    return MILLION


def appeals(world: World, case: Case, granted_ppm: int) -> bool:
    """Tell whether the citizen appeals against a decision: the less it grants, the likelier."""
    chance = world.blueprint.citizens.appeals[case.type]
    if chance <= 0 or granted_ppm >= MILLION:
        return False
    lacking = (MILLION - granted_ppm) / MILLION
    return happens(chance * lacking, case.key, Stream.APPEAL, case.attempt)
