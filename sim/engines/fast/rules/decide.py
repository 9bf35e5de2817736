"""From worked to decided: inspection, whether the answer fits, the check with the citizen."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    design_of,
    dishonest_of,
    particulars_of,
    spell_s_of,
    type_of,
)
from sim.engines.fast.machine.books import note, spend
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import happens, look_up
from sim.engines.fast.rules.route import expertise
from sim.engines.rules import EXCEPTION_FROM_ATTEMPT, Outcome, Status
from sim.eventlog import Activity, Event, Purchase, Reason
from sim.random import Stream
from sim.units import MILLION


@compiled
def control(world: Any, task: Any, case: Any) -> bool:
    """Control a case once, where drawn; true if it has to wait for a certificate."""
    decision = design_of(world)
    if case.is_controlled or not happens(decision.control, case.key, Stream.CONTROL):
        return False
    case.is_controlled = True
    spend(world, task, Activity.CONTROL, decision.control_s)
    is_short = _spell(world, case, decision) <= decision.certificate_from_s
    if is_short or not decision.asks_certificate:
        return False
    case.has_certificate = True
    note(world, task, Event.PURCHASE, Purchase.CERTIFICATE.value, 1)
    task.outcome = Outcome.CONTROLLED
    return True


@inlined
def _spell(world: Any, case: Any, decision: Any) -> int:
    """Return the spell as claimed: those who know the day of the certificate stay below it."""
    spell_s = spell_s_of(world)[case.person]
    if dishonest_of(world)[case.person]:
        if happens(decision.learned, case.key, Stream.LEARNED):
            return min(spell_s, decision.certificate_from_s)
    return spell_s


@compiled
def decide(world: Any, task: Any, case: Any) -> None:
    """Answer each particular on file; the answer fits it or does not."""
    particulars, absorb = particulars_of(world), design_of(world).absorb
    is_unfit = False
    for p in range(case.particulars_count):
        if particulars[case.slot, p] == Status.HELD:
            chance = fitting(world, case, absorb, p)
            fits = happens(chance, case.key, Stream.ABSORB, p, case.attempt)
            particulars[case.slot, p] = Status.ABSORBED if fits else Status.MISFIT
        is_unfit |= particulars[case.slot, p] == Status.MISFIT
    if is_unfit and _takes_exception(world, case):
        case.is_excepted = True
        task.outcome = Outcome.EXCEPTED
        return
    close(world, task, case)


@inlined
def fitting(world: Any, case: Any, chance: float, particular: int, a: int = 0, b: int = 0) -> float:
    """Return the chance that an answer fits: a part of what it is else where it needs an expert.

    A particular of the day is told from another by its visit.
    """
    demand, decision = type_of(world, case), design_of(world)
    if not happens(demand.expert, case.key, Stream.EXPERT, particular, a, b):
        return float(chance)
    if demand.is_visits:
        return float(chance * decision.visit_expertise)
    return float(chance * expertise(world, case))


@inlined
def _takes_exception(world: Any, case: Any) -> bool:
    done_is_need = design_of(world).done_is_need
    is_open = case.attempt >= EXCEPTION_FROM_ATTEMPT or done_is_need != 0
    return is_open and not case.is_excepted


@inlined
def decide_exception(world: Any, task: Any, case: Any) -> None:
    """Answer outside the standard what the standard did not fit."""
    particulars, decision = particulars_of(world), design_of(world)
    spend(world, task, Activity.EXCEPTION, decision.exception_s)
    for p in range(case.particulars_count):
        if particulars[case.slot, p] == Status.MISFIT:
            chance = fitting(world, case, decision.exception_chance, p)
            if happens(chance, case.key, Stream.EXCEPTION, p, case.attempt):
                particulars[case.slot, p] = Status.ABSORBED
    close(world, task, case)


@compiled
def close(world: Any, task: Any, case: Any) -> None:
    """Report, check, and grant what is granted."""
    decision = design_of(world)
    spend(world, task, Activity.REPORT, decision.report_s)
    if happens(decision.check, case.key, Stream.CHECK, case.attempt):
        _check(world, task, case, decision)
    _grant(world, task, case, decision)
    task.outcome = Outcome.DECIDED


@inlined
def _check(world: Any, task: Any, case: Any, decision: Any) -> None:
    """Ask the citizen whether the answer fits, and mend what is told before it is sent."""
    particulars, tell = particulars_of(world), type_of(world, case).tell
    spend(world, task, Activity.CHECK, decision.check_s)
    unmet = 0
    for p in range(case.particulars_count):
        if particulars[case.slot, p] == Status.ABSORBED:
            continue
        unmet += 1
        if happens(tell, case.key, Stream.TELL, p, case.attempt, 1):
            chance = fitting(world, case, decision.absorb, p)
            fits = happens(chance, case.key, Stream.ABSORB_AT_CHECK, p, case.attempt)
            particulars[case.slot, p] = Status.ABSORBED if fits else Status.MISFIT
    note(world, task, Event.CONTACT_OUT, Reason.CHECK.value, unmet)


@inlined
def _grant(world: Any, task: Any, case: Any, decision: Any) -> None:
    """Note whether it was the worker's own judgement, and what is granted (ppm of standard)."""
    if dishonest_of(world)[case.person]:
        if case.has_certificate and happens(decision.detects, case.key, Stream.DETECT):
            case.is_detected = True
            note(world, task, Event.DETECT, 0, 1)
            note(world, task, Event.DECIDE, 0, 0)
            return
        note(world, task, Event.DISHONEST, 0, 1)
    granted_ppm = judge(world, task, case, case.attempt, 0)
    case.is_appealed = appeals(world, case, granted_ppm)


@inlined
def judge(world: Any, task: Any, case: Any, a: int, b: int) -> int:
    """Note a decision, and return what it grants (ppm of the standard)."""
    decision = design_of(world)
    if happens(decision.discretion, case.key, Stream.DISCRETION, a, b):
        table = decision.judgement_table
        granted_ppm = look_up(world, table, case.key, Stream.JUDGEMENT, task.staff)
        note(world, task, Event.DECIDE, 1, granted_ppm)
        return granted_ppm
    note(world, task, Event.DECIDE, 0, MILLION)
    return MILLION


@inlined
def appeals(world: Any, case: Any, granted_ppm: int) -> bool:
    """Tell whether the citizen appeals against a decision: the less it grants, the likelier."""
    chance = type_of(world, case).appeals
    if chance <= 0 or granted_ppm >= MILLION:
        return False
    lacking = (MILLION - granted_ppm) / MILLION
    return happens(chance * lacking, case.key, Stream.APPEAL, case.attempt)
