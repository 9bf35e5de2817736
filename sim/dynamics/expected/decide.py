"""How cases are decided: controlled, answered, by exception too, and checked with the citizen."""

import numpy as np

from sim.dynamics.expected.node import LEAST
from sim.dynamics.expected.particulars import (
    ABSORBED,
    MISSING,
    ON_FILE,
    Cases,
    count,
    count_on_file,
    move,
    split_misfits,
)
from sim.dynamics.expected.way import Attempt, Chances
from sim.units import DAY_S

EXCEPTION_FROM_ATTEMPT = 3


def decide(at: Attempt, cases: Cases) -> Cases:
    """Decide cases."""
    at_once, waited = _control(at, cases)
    both = _answer(at, at_once, "exceptions") + _answer(at, waited, "later_exceptions")
    return _close(at, both)


def _answer(at: Attempt, cases: Cases, name: str) -> Cases:
    """Answer what is on file, by exception too where that is open."""
    cases = move(cases, ON_FILE, ABSORBED, at.way.chances.fit)
    if at.way.blueprint.decision.done_is_need or at.number >= EXCEPTION_FROM_ATTEMPT:
        return _except(at, cases, name)
    return cases


def _control(at: Attempt, cases: Cases) -> tuple[Cases, Cases]:
    """Control cases once; return those decided at once, and those that wait for a certificate."""
    decision, number = at.way.blueprint.decision, count(cases)
    share = decision.control if at.number == 1 else 0.0
    at.add("other_s", number * share * decision.control_s, at.way.last)
    waits = share * _last_longer(at) * decision.asks_certificate
    if waits <= 0:
        return cases, np.zeros_like(cases)
    at.add("certificates", number * waits)
    return cases * (1 - waits), _read_again(at, cases * waits, "decide_s")


def _last_longer(at: Attempt) -> float:
    """Return the share of spells that last beyond the day of the certificate, as claimed."""
    demand, decision = at.way.demand, at.way.blueprint.decision
    spell_s = demand.spell_days.value * DAY_S
    if spell_s <= 0:
        return 0.0
    honest = 1 - demand.dishonest.value * decision.learned
    return honest * float(np.exp(-decision.certificate_from_s / spell_s))


def _except(at: Attempt, cases: Cases, name: str) -> Cases:
    """Answer by exception what no answer fits; what is on file by now is a misfit."""
    fits, misfits = split_misfits(cases)
    number = count(misfits)
    if number <= LEAST:
        return cases
    at.add(name, number)
    at.add("exception_s", number * at.way.blueprint.decision.exception_s)
    misfits = _read_again(at, misfits, "exception_s")
    return fits + move(misfits, ON_FILE, ABSORBED, at.way.chances.fit_exception)


def _read_again(at: Attempt, cases: Cases, name: str) -> Cases:
    """Let who decides a case after a wait read in, where new to it."""
    work, new = at.way.blueprint.work, 1 - at.way.faces[-1].know(at.number)
    seconds = work.read_in_s * count(cases)
    seconds += work.read_in_particular_s * count_on_file(cases)
    at.add(name, seconds * new)
    return move(cases, ON_FILE, MISSING, new * (1 - work.convey))


def _close(at: Attempt, cases: Cases) -> Cases:
    """Report decisions, and check some of them with the citizen."""
    decision, number = at.way.blueprint.decision, count(cases)
    checked = number * decision.check
    at.add("checks", checked)
    seconds = number * decision.report_s + checked * decision.check_s
    at.add("other_s", seconds, at.way.last)
    return cases * (1 - decision.check) + _check(at.way.chances, cases * decision.check)


def _check(chances: Chances, cases: Cases) -> Cases:
    """Answer what is told again; what does not fit then is on file."""
    tell, fit = chances.tell, chances.fit
    told = move(cases, ON_FILE, ABSORBED, tell * fit)
    told = move(told, MISSING, ABSORBED, tell * fit)
    if tell < 1:
        told = move(told, MISSING, ON_FILE, tell * (1 - fit) / max(1 - tell * fit, LEAST))
    return told
