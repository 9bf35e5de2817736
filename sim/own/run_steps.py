"""What of a run's event log a case system would have written: its steps, as the run numbers them.

Each finished job is a step, from when it was begun to when it was done; a contact, a question to
the citizen and a closing are steps of no length. Why a citizen makes contact, whether an answer
fits and who gives up are left out: no case system knows.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import list_pools
from sim.eventlog import NONE, Event, EventLog, Job, Reason, Waiting, read_calendar_s
from sim.experiment import Run
from sim.own.caselog import Role

Whole = NDArray[np.int64]
FRONT_OFFICE = "front office"
JOBS = {
    Job.INTAKE: "intake",
    Job.WORK: "work",
    Job.DECIDE: "decision",
    Job.EXCEPTION: "exception",
    Job.CALL: "telephone",
    Job.VISIT: "visit",
    Job.EXTRA_VISIT: "extra visit",
}
"""What a kind of job is called, after the function that does it."""
REASONS = {
    Reason.ASK_BY_LETTER: ("ask citizen by letter", Role.ASK),
    Reason.ASK_IN_DIALOGUE: ("ask citizen in dialogue", Role.ASK),
    Reason.CHECK: ("check the answer", Role.WORK),
    Reason.REFUSE: ("ask citizen to complete", Role.ASK),
    Reason.TURN_AWAY: ("automatic: turned away", Role.AUTOMATIC),
}
OTHERS = (
    *REASONS.values(),
    ("citizen contacts", Role.CITIZEN),
    ("citizen contacts by form", Role.CITIZEN),
    ("citizen answers", Role.CITIZEN),
    ("close", Role.CLOSE),
    ("dialogue, answered at once", Role.WORK),
)
"""Activities that are no jobs, by their numbers; the words say what they are, to be guessed by."""
CONTACTS, BY_FORM, ANSWERS, CLOSES, AT_ONCE = range(len(REASONS), len(OTHERS))


class Steps(NamedTuple):
    """Steps in the order of the rows in which they end; each of shape (steps,).

    Attributes
    ----------
    row
        Of the event log.
    citizen, staff
        As there; `NONE` where nobody of the staff does it.
    start_s, end_s
        Calendar time (s).
    activity
        A number of `OTHERS`; beyond them, of what `list_activities` adds.
    """

    row: Whole
    citizen: Whole
    staff: Whole
    start_s: Whole
    end_s: Whole
    activity: Whole


def list_activities(run: Run) -> list[tuple[str, Role]]:
    """List what steps of a run are called and are, by number; those of all teams have one name."""
    listed = list(OTHERS)
    for design in _list_designs(run):
        functions = [one.name for one in run.scenario.designs[design].functions.pools]
        for place in list_pools(run.scenario.designs[design]):
            pool = FRONT_OFFICE if place.function == NONE else functions[place.function]
            listed += [(f"{pool}: {JOBS[job]}", Role.WORK) for job in Job]
    return listed


def _list_designs(run: Run) -> list[str]:
    return [run.design] if run.reform_to is None else [run.design, run.reform_to]


def list_steps(run: Run) -> Steps:
    """List the steps of a run, its follow-up period included.

    A job that was laid aside overnight is one step, from when it was begun to when it was done.
    """
    calendar_s = read_calendar_s(run.log, run.calendar)
    groups = (
        _list_jobs(run, calendar_s),
        _list_contacts(run.log, calendar_s),
        _list_reasons(run.log, calendar_s),
        _list_closings(run.log, calendar_s),
    )
    together = [np.concatenate(column) for column in zip(*groups, strict=True)]
    order = np.argsort(together[0], kind="stable")
    return Steps(*(column[order] for column in together))


def _list_jobs(run: Run, calendar_s: Whole) -> Steps:
    log = run.log
    start, row = _pair_jobs(log)
    job = log.step[row]
    is_visit = (job == Job.VISIT) | (job == Job.EXTRA_VISIT)
    # What of a visit lies beyond closing is worked while the clock of the service stands still.
    end_s = np.where(is_visit, calendar_s[start] + log.amount[row], calendar_s[row])
    pool = log.pool[row] + _count_earlier_pools(run)[row]
    activity = len(OTHERS) + pool * len(JOBS) + job
    return Steps(row, log.citizen[row], log.staff[row], calendar_s[start], end_s, activity)


def _pair_jobs(log: EventLog) -> tuple[Whole, Whole]:
    """Return the rows in which finished jobs start and finish: one is in a hand at a time."""
    rows = np.flatnonzero((log.kind == Event.START) | (log.kind == Event.FINISH))
    rows = rows[np.lexsort((rows, log.citizen[rows], log.staff[rows]))]
    ends = np.flatnonzero(log.kind[rows] == Event.FINISH)
    return rows[ends - 1], rows[ends]


def _count_earlier_pools(run: Run) -> Whole:
    """Count for each row the pools of the design that was in force before a reform."""
    if run.reform_day is None:
        return np.zeros(len(run.log.kind), np.int64)
    pools = len(list_pools(run.scenario.designs[run.design]))
    return pools * np.asarray(np.cumsum(run.log.kind == Event.REFORM) > 0, np.int64)


def _list_contacts(log: EventLog, calendar_s: Whole) -> Steps:
    row = np.flatnonzero(log.kind == Event.CONTACT_IN)
    is_answer = log.step[row] == Waiting.CITIZEN
    before = row - 1
    is_by_form = (log.kind[before] == Event.ARRIVE) & (log.step[before] == 0)
    activity = np.where(is_by_form, BY_FORM, np.where(is_answer, ANSWERS, CONTACTS))
    return _list_moments(log, calendar_s, row, activity)


def _list_reasons(log: EventLog, calendar_s: Whole) -> Steps:
    row = np.flatnonzero(log.kind == Event.CONTACT_OUT)
    activity = np.where(_is_answered_at_once(log)[row], AT_ONCE, log.step[row])
    return _list_moments(log, calendar_s, row, activity)


def _is_answered_at_once(log: EventLog) -> NDArray[np.bool_]:
    """Tell of each row whether it asks in a dialogue, and no answer is waited for after that."""
    is_asked = (log.kind == Event.CONTACT_OUT) & (log.step == Reason.ASK_IN_DIALOGUE)
    is_answer = (log.kind == Event.CONTACT_IN) & (log.step == Waiting.CITIZEN)
    goes_on = (log.kind == Event.START) & (log.step == Job.WORK) | (log.kind == Event.CLOSE)
    rows = np.flatnonzero(is_asked | is_answer | goes_on)
    rows = rows[np.lexsort((rows, log.citizen[rows]))]
    here, after = rows[:-1], rows[1:]
    is_same = log.citizen[here] == log.citizen[after]
    found = np.zeros(len(log.kind), np.bool_)
    found[here[is_same & is_asked[here] & goes_on[after]]] = True
    return found


def _list_closings(log: EventLog, calendar_s: Whole) -> Steps:
    """List closings, by whoever has finished a job for the citizen in that second, and ends."""
    row = np.flatnonzero((log.kind == Event.CLOSE) | (log.kind == Event.END))
    closings = _list_moments(log, calendar_s, row, np.full(len(row), CLOSES))
    return closings._replace(staff=_find_hands(log, row))


def _find_hands(log: EventLog, row: Whole) -> Whole:
    """Find who has finished a job for the citizen of some rows last, and in that second."""
    rows = np.concatenate([np.flatnonzero(log.kind == Event.FINISH), row])
    rows = rows[np.lexsort((rows, log.citizen[rows]))]
    at = np.flatnonzero(log.kind[rows] != Event.FINISH)
    closing, last = rows[at], rows[at - 1]
    is_by_hand = (log.kind[last] == Event.FINISH) & (log.citizen[last] == log.citizen[closing])
    is_by_hand &= (log.time_s[last] == log.time_s[closing]) & (at > 0)
    hands = np.where(is_by_hand, log.staff[last], NONE)
    return np.asarray(hands[np.argsort(closing)], np.int64)


def _list_moments(log: EventLog, calendar_s: Whole, row: Whole, activity: Whole) -> Steps:
    """List steps of no length, one for each of some rows."""
    at_s = calendar_s[row]
    return Steps(row, log.citizen[row], log.staff[row], at_s, at_s, activity)
