"""Law 2: nothing is lost and nothing counted twice, exactly; in every shipped design.

Each way of spoiling a log must be seen by the law that it is named with.
"""

import numpy as np
import pandas as pd
import pytest

from sim.eventlog import Cause, Event, EventLog, Job
from tests.theory.conservation import CONSERVED, overtime
from tests.theory.shipped import (
    DESIGNS_WITH_VISITS,
    SHIPPED,
    pressed_visits,
    reformed_run,
    row_of,
    shipped_run,
    with_change,
    without,
)

SERVICE_WITH_CASES = ("sickness-benefit", "functionalised")
SERVICE_WITH_VISITS = ("home-care", "functionalised")


AT_WORK = (
    Event.TURN_AWAY,
    Event.REFUSE,
    Event.CUT,
    Event.PASS_ON,
    Event.REFORM,
    Event.HANG_UP,
    Event.WITHDRAW,
)


def violations(name, people, log):
    """Count how often a log breaks what is conserved under a name."""
    return CONSERVED[name](pd.DataFrame(log._asdict()), people)


def broken(people, log):
    """What is not conserved in a log, and how often."""
    counts = {name: violations(name, people, log) for name in CONSERVED}
    return {name: count for name, count in counts.items() if count != 0}


def is_kind(log, *kinds):
    return np.isin(log.kind, kinds)


def is_about(log, kind):
    """Rows about citizens of whom there is a row of a kind."""
    return np.isin(log.citizen, log.of_kind(kind).citizen)


def is_call(log):
    """Contacts that are put into a queue as calls."""
    queued = np.roll(is_kind(log, Event.ENTER) & (log.step == Job.CALL), -1)
    return is_kind(log, Event.CONTACT_IN) & queued


def doubled(log, row):
    """The log with one row written twice."""
    return EventLog(*(np.insert(column, row, column[row]) for column in log))


def remove(kind):
    return lambda log: without(log, row_of(log, is_kind(log, kind)))


def add(column, by, kind):
    return lambda log: with_change(
        log, column, row_of(log, is_kind(log, kind) & is_about(log, Event.MET)), by
    )


def add_to_visit(column, kind):
    return lambda log: with_change(log, column, row_of(log, is_kind(log, kind)), 1)


def recause(cause, before):
    """Give another cause to a contact that had a certain one."""
    return lambda log: with_change(
        log,
        "cause",
        row_of(log, is_kind(log, Event.CONTACT_IN) & (log.cause == before)),
        cause - before,
    )


SPOILED = {
    ("causes", "failure called value"): recause(Cause.VALUE, Cause.CHASE),
    ("causes", "value called failure"): recause(Cause.CAPTURE, Cause.VALUE),
    ("causes", "no cause"): recause(-1, Cause.ABSORB),
    ("causes", "cause of a finish"): add("cause", 1, Event.FINISH),
    ("contacts", "contact removed"): lambda log: without(log, row_of(log, is_call(log))),
    ("contacts", "contact later"): lambda log: with_change(
        log, "time_s", row_of(log, is_call(log)), 1
    ),
    ("busy seconds", "activity removed"): remove(Event.ACTIVITY),
    ("busy seconds", "activity longer"): add("amount", 1, Event.ACTIVITY),
    ("busy seconds", "finish removed"): remove(Event.FINISH),
    ("hands", "finish later"): add("time_s", 1, Event.FINISH),
    ("hands", "start removed"): remove(Event.START),
    ("hands", "finish by another"): add("staff", 1, Event.FINISH),
    ("hands", "never laid aside"): remove(Event.LAY_ASIDE),
    ("hands", "more done before closing"): lambda log: with_change(
        log, "amount", row_of(log, is_kind(log, Event.LAY_ASIDE)), 1
    ),
    ("hands", "never gone on with"): remove(Event.GO_ON),
    ("end states", "met twice"): lambda log: doubled(log, row_of(log, is_kind(log, Event.MET))),
    ("end states", "never arrived"): remove(Event.ARRIVE),
    ("end states", "never gave up"): lambda log: without(
        log, row_of(log, is_kind(log, Event.ABANDON) & is_about(log, Event.RESUME))
    ),
    ("content", "more delivered"): add("amount", 1, Event.MET),
    ("content", "less demanded"): add("amount", -1, Event.ARRIVE),
    ("content", "more grown"): add("amount", 1, Event.GROW),
    ("content", "work removed"): lambda log: without(
        log, row_of(log, is_kind(log, Event.CONTENT) & (log.step == 0) & is_about(log, Event.MET))
    ),
}
SPOILED_VISITS = {
    "missed though somebody came": lambda log: with_change(
        log, "kind", row_of(log, is_kind(log, Event.START)), Event.MISS - Event.START
    ),
    "need larger": add_to_visit("amount", Event.VISIT),
    "more undone": add_to_visit("step", Event.VISIT_TIME),
    "work removed": lambda log: without(
        log, row_of(log, is_kind(log, Event.CONTENT) & (log.step == 0))
    ),
}


# Each run is judged by one test, which asks for all that is conserved: a run is made once, however
# the tests are spread over processes.


@pytest.mark.parametrize(("service", "design"), SHIPPED)
def test_is_conserved(engine, service, design):
    assert broken(*shipped_run(engine, service, design)) == {}


@pytest.mark.parametrize("before", ["functionalised", "absorbing"])
def test_is_conserved_over_a_reform_with_everything_at_work(engine, before):
    after = {"functionalised": "absorbing", "absorbing": "functionalised"}[before]
    people, log = reformed_run(engine, before, after)
    for kind in AT_WORK:
        assert (log.kind == kind).any()
    assert broken(people, log) == {}


@pytest.mark.parametrize("design", DESIGNS_WITH_VISITS)
def test_is_conserved_where_visits_are_missed(engine, design):
    people, log = pressed_visits(engine, design)
    assert (log.kind == Event.MISS).any()
    assert broken(people, log) == {}


def unpaid(people, log):
    """Count how often a log does not pay for work beyond the shift as it should."""
    return overtime(pd.DataFrame(log._asdict()), people)


@pytest.mark.parametrize(("service", "design"), SHIPPED)
def test_work_beyond_the_shift_is_paid(engine, service, design):
    people, log = shipped_run(engine, service, design)
    if (log.kind == Event.BANKRUPT).any():
        assert violations("hands", people, log) == 0
        return
    assert (log.kind == Event.DAY).sum() > 25
    assert unpaid(people, log) == 0


@pytest.mark.parametrize("how", ["removed", "longer"])
def test_overtime_left_out_is_seen(engine, how):
    people, log = shipped_run(engine, *SERVICE_WITH_VISITS)
    row = row_of(log, is_kind(log, Event.OVERTIME))
    spoiled = without(log, row) if how == "removed" else with_change(log, "amount", row, 1)
    assert unpaid(people, spoiled) > 0


@pytest.mark.parametrize(("name", "how"), SPOILED)
def test_a_spoiled_log_is_seen(engine, name, how):
    people, log = shipped_run(engine, *SERVICE_WITH_CASES)
    assert violations(name, people, SPOILED[name, how](log)) > 0


@pytest.mark.parametrize("how", SPOILED_VISITS)
def test_a_spoiled_visit_is_seen(engine, how):
    people, log = shipped_run(engine, *SERVICE_WITH_VISITS)
    assert violations("visits", people, SPOILED_VISITS[how](log)) > 0
