"""What must be conserved in any log, each as a count of violations: 0 where the law holds.

Logs come as frames of the columns of `sim.eventlog`, in the order of the events.
"""

import numpy as np
import pandas as pd

from sim.eventlog import NONE, Activity, Cause, Event, Job, Reason
from sim.population import Population

OPENING = (*range(Cause.TURNED_AWAY, Cause.PREMATURE + 1), Cause.JUDGEMENT)
"""Causes of a contact by which a citizen comes back or answers."""
ASKS = (Reason.ASK_BY_LETTER, Reason.ASK_IN_DIALOGUE, Reason.REFUSE)
JOB = ["staff", "time_s", "citizen"]


def of(frame: pd.DataFrame, *kinds: Event) -> pd.DataFrame:
    """Return the rows of some kinds."""
    return frame[frame.kind.isin(kinds)]


def count(frame: pd.DataFrame, people: Population, *kinds: Event) -> pd.Series:
    """Rows by citizen."""
    return of(frame, *kinds).citizen.value_counts().reindex(range(len(people.key)), fill_value=0)


def total(frame: pd.DataFrame, people: Population, kind: Event) -> pd.Series:
    """Amounts by citizen."""
    amounts = of(frame, kind).groupby("citizen").amount.sum()
    return amounts.reindex(range(len(people.key)), fill_value=0)


def causes(frame: pd.DataFrame, people: Population) -> int:
    """Count wrong causes: inbound contacts have one each, value first, and nothing else has.

    Beside the first contact, value demand is one message of a case, or one call of a client a day.
    """
    inbound = of(frame, Event.CONTACT_IN)
    value = inbound[inbound.cause == Cause.VALUE]
    messages = count(value, people, Event.CONTACT_IN) - 1
    most = (people.ready_delay_s >= 0) + _days_with_visits(frame, people)
    is_possible = (messages >= 0) & (messages <= most)
    others = frame[frame.kind != Event.CONTACT_IN]
    return int(
        (~inbound.cause.isin(list(Cause))).sum()
        + (others.cause != NONE).sum()
        + (~is_possible).sum()
        + (inbound.groupby("citizen").cause.first() != Cause.VALUE).sum()
    )


def _days_with_visits(frame: pd.DataFrame, people: Population) -> np.ndarray:
    due = of(frame, Event.ENTER)
    days = due[due.step == Job.VISIT].groupby("citizen").attempt.nunique()
    return days.reindex(range(len(people.key)), fill_value=0).to_numpy()


def contacts(frame: pd.DataFrame, people: Population) -> int:
    """Count calls and intakes without a contact, and citizens who are back without one.

    On reform day waiting work enters its queues anew, so entries of that second do not count.
    """
    inbound = of(frame, Event.CONTACT_IN)
    taken = of(frame, Event.ENTER)
    is_again = taken.time_s.isin(of(frame, Event.REFORM).time_s)
    taken = taken[taken.step.isin([Job.CALL, Job.INTAKE]) & ~is_again]
    keys = ["citizen", "time_s"]
    orphans = taken.groupby(keys).size().sub(inbound.groupby(keys).size(), fill_value=0) > 0
    is_opening = inbound.cause.isin((*OPENING, Cause.UNANSWERED))
    opening = count(inbound[is_opening], people, Event.CONTACT_IN)
    given_up = count(frame, people, Event.HANG_UP, Event.RESUME)
    asked = of(frame, Event.CONTACT_OUT)
    asked = count(asked[asked.step.isin(ASKS)], people, Event.CONTACT_OUT)
    is_case = people.visits_per_day == 0
    attempts = frame.groupby("citizen").attempt.max().reindex(range(len(people.key)))
    few = opening < attempts - 1
    many = opening > count(frame, people, Event.CLOSE) + asked + given_up
    return int(orphans.sum() + (is_case & (few | many)).sum())


def busy_seconds(frame: pd.DataFrame, people: Population) -> int:
    """Count jobs whose busy seconds are not the sum of their activities."""
    jobs = of(frame, Event.FINISH).groupby(JOB).amount.sum()
    activities = of(frame, Event.ACTIVITY)
    parts = activities.groupby(JOB).amount.sum()
    unknown = ~activities.step.isin(list(Activity))
    return int((jobs.sub(parts, fill_value=0) != 0).sum() + unknown.sum())


def hands(frame: pd.DataFrame, people: Population) -> int:
    """Count steps of jobs out of turn, or whose seconds are not those in hand until then.

    A visit that is made to its end after closing has more.
    """
    turns = of(frame, Event.START, Event.LAY_ASIDE, Event.GO_ON, Event.FINISH)
    turns = turns.sort_values("staff", kind="stable")
    before = turns.groupby("staff")[["kind", "time_s", "citizen", "step"]].shift()
    stops = turns.kind.isin([Event.LAY_ASIDE, Event.FINISH])
    is_amiss = stops != before.kind.isin([Event.START, Event.GO_ON])
    is_amiss |= (turns.kind == Event.GO_ON) != (before.kind == Event.LAY_ASIDE)
    is_begun = turns.kind == Event.START
    is_amiss |= ~is_begun & ((before.citizen != turns.citizen) | (before.step != turns.step))
    worked_s = (turns.time_s - before.time_s).where(stops, 0)
    so_far_s = worked_s.groupby(is_begun.cumsum()).cumsum()
    is_amiss |= stops & (so_far_s != turns.amount) & ~_is_after_closing(frame, turns)
    return int((is_amiss | (stops & (so_far_s > turns.amount))).sum())


def _is_after_closing(frame: pd.DataFrame, turns: pd.DataFrame) -> pd.Series:
    """Mark visits that are finished in a second in which a day closes."""
    is_visit = turns.step.isin([Job.VISIT, Job.EXTRA_VISIT])
    return (turns.kind == Event.FINISH) & is_visit & turns.time_s.isin(of(frame, Event.DAY).time_s)


def overtime(frame: pd.DataFrame, people: Population) -> int:
    """Count staff and days whose overtime is not what they work beyond the shift, or without one.

    Holds where no contractor fails: a job in hand is finished by who began it, without a shift.
    The last day is left out: jobs in hand at its end have no end to be measured by.
    """
    whole = frame.assign(day=(frame.kind == Event.DAY).cumsum())
    frame = whole[whole.day < whole.day.max()]
    turns = of(frame, Event.START, Event.LAY_ASIDE, Event.GO_ON, Event.FINISH)
    turns = turns.sort_values("staff", kind="stable")
    turns["begin_s"] = turns.groupby("staff").time_s.shift()
    is_late = _is_after_closing(whole, turns)  # and was begun on the same day
    turns["time_s"] = turns.time_s.where(~is_late, turns.begin_s + turns.amount)
    stints = of(turns, Event.LAY_ASIDE, Event.FINISH).set_index(["staff", "day"])
    shifts = of(frame, Event.PRESENT).set_index(["staff", "day"])
    until_s = (shifts.time_s + shifts.amount).reindex(stints.index, fill_value=0)
    beyond_s = (stints.time_s - np.maximum(stints.begin_s, until_s)).clip(lower=0)
    expected = beyond_s.groupby(level=[0, 1]).sum()
    paid = of(frame, Event.OVERTIME).groupby(["staff", "day"]).amount.sum()
    return int((expected.sub(paid, fill_value=0) != 0).sum())


def end_states(frame: pd.DataFrame, people: Population) -> int:
    """Count steps that lead out of the three states: open, met (or ended), unmet."""
    steps = frame.kind.map({Event.MET: 1, Event.END: 1, Event.ABANDON: 1, Event.RESUME: -1})
    state = steps.fillna(0).groupby(frame.citizen).cumsum()
    was_worked = (frame.kind == Event.CONTENT) & (state > 0)
    is_case = frame.citizen.map(pd.Series(people.visits_per_day == 0)).fillna(False)
    arrivals = count(frame, people, Event.ARRIVE)
    return int((~state.isin([0, 1])).sum() + (was_worked & is_case).sum() + (arrivals != 1).sum())


def content(frame: pd.DataFrame, people: Population) -> int:
    """Count cases whose content demanded and grown is not delivered, abandoned or outstanding."""
    is_case = people.visits_per_day == 0
    needed = total(frame, people, Event.ARRIVE) + total(frame, people, Event.GROW)
    delivered = total(frame, people, Event.MET)
    given_up = total(frame, people, Event.ABANDON) - total(frame, people, Event.RESUME)
    outstanding = needed - delivered - given_up
    ended = count(frame, people, Event.MET) + count(frame, people, Event.ABANDON)
    ended -= count(frame, people, Event.RESUME)
    is_balanced = outstanding == needed.where(ended == 0, 0)
    return int((is_case & ~is_balanced).sum() + (is_case & _is_misworked(frame, people)).sum())


def _is_misworked(frame: pd.DataFrame, people: Population) -> pd.Series:
    """Tell where more is worked for the first time than needed, or where less is delivered."""
    first = total(frame[frame.step == 0], people, Event.CONTENT)
    worked = first + total(frame, people, Event.PASS_ON)
    needed = total(frame, people, Event.ARRIVE) + total(frame, people, Event.GROW)
    is_met = count(frame, people, Event.MET) > 0
    return (worked > needed) | (is_met & (worked != needed))


def visits(frame: pd.DataFrame, people: Population) -> int:
    """Count visits whose need of the day is not what was done and what was left undone."""
    need = of(frame, Event.VISIT).groupby(JOB).amount.sum()
    done = of(frame[frame.step == 0], Event.CONTENT).groupby(JOB).amount.sum()
    undone = of(frame, Event.VISIT_TIME).groupby(JOB).step.sum()
    done = done[done.index.isin(need.index)]
    is_amiss = need.sub(done, fill_value=0).sub(undone, fill_value=0) != 0
    return int(is_amiss.sum() + _count_unmissed(frame))


def _count_unmissed(frame: pd.DataFrame) -> int:
    """Count visits to which nobody came that are not missed, and the other way round."""
    nobody = of(frame, Event.VISIT)
    nobody = nobody[nobody.staff == NONE].groupby(["time_s", "citizen"]).size()
    missed = of(frame, Event.MISS).groupby(["time_s", "citizen"]).size()
    return int((nobody.sub(missed, fill_value=0) != 0).sum())


CONSERVED = {
    "causes": causes,
    "contacts": contacts,
    "busy seconds": busy_seconds,
    "hands": hands,
    "end states": end_states,
    "content": content,
    "visits": visits,
}
