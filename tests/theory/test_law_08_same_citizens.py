"""Law 8: the same citizens come to every design, exactly: when, and with which needs."""

from itertools import pairwise, permutations

import numpy as np
import pytest

from sim.eventlog import Cause, Event
from sim.population import draw_citizens
from sim.scenario import list_services, load_scenario
from tests.theory.bench import SEED
from tests.theory.shipped import (
    DAYS,
    DESIGNS_WITH_VISITS,
    SHIPPED,
    pressed_visits,
    reformed_run,
    row_of,
    shipped_run,
    with_change,
    without,
)

TRAITS = ("arrival_s", "content_s", "team", "ready_delay_s", "spell_s", "episode_s")


def first_rows(log, kind):
    """The first row of a kind about each citizen."""
    rows = log.of_kind(kind)
    return rows.rows(np.unique(rows.citizen, return_index=True)[1])


def identity(log):
    """What every design must have in common: arrivals, content, first contacts."""
    arrived, contact = first_rows(log, Event.ARRIVE), first_rows(log, Event.CONTACT_IN)
    return (
        *(arrived.citizen, arrived.time_s, arrived.amount),
        *(contact.citizen, contact.time_s, contact.cause),
    )


def has_same_particulars(one, other):
    """Compare the particulars of those taken in by both: a design may turn some away for good."""
    captured = [first_rows(log, Event.CAPTURE) for log in (one, other)]
    both, *places = np.intersect1d(*(rows.citizen for rows in captured), return_indices=True)
    steps = [rows.step[place] for rows, place in zip(captured, places, strict=True)]
    return len(both) > 0 and np.array_equal(*steps)


def is_same(one, other):
    same = all(map(np.array_equal, identity(one), identity(other)))
    return same and has_same_particulars(one, other)


@pytest.mark.parametrize("service", list_services())
def test_designs_meet_the_same_citizens(engine, service):
    designs = [design for name, design in SHIPPED if name == service]
    for one, other in pairwise(designs):
        assert is_same(shipped_run(engine, service, one)[1], shipped_run(engine, service, other)[1])


def test_designs_meet_the_same_citizens_where_callers_hang_up(engine):
    hours = ",".join(f"{{is={weight},from='assumed'}}" for weight in (1, 4, 3, 2, 1, 2, 1, 1))
    changes = (f"calendar.calls_by_hour=[{hours}]", "demand.patience_minutes=2")
    (people, one), (_, other) = (
        reformed_run(engine, *designs, *changes)
        for designs in permutations(("functionalised", "absorbing"))
    )
    assert (one.kind == Event.HANG_UP).any() and (other.kind == Event.HANG_UP).any()
    assert np.array_equal(first_rows(one, Event.ARRIVE).time_s, people.arrival_s)
    assert is_same(one, other)


@pytest.mark.parametrize(("service", "design"), SHIPPED)
def test_they_are_those_of_the_population(engine, service, design):
    people, log = shipped_run(engine, service, design)
    arrived, contact = first_rows(log, Event.ARRIVE), first_rows(log, Event.CONTACT_IN)
    captured = first_rows(log, Event.CAPTURE)
    assert np.array_equal(arrived.citizen, np.arange(len(people.key)))
    assert np.array_equal(arrived.time_s, people.arrival_s)
    assert np.array_equal(arrived.amount, people.content_s)
    assert np.array_equal(contact.time_s, people.arrival_s)
    assert (contact.cause == Cause.VALUE).all()
    assert np.array_equal(captured.step, people.particulars[captured.citizen])
    turned_away = log.of_kind(Event.TURN_AWAY).citizen
    assert np.isin(np.setdiff1d(arrived.citizen, captured.citizen), turned_away).all()


def test_designs_meet_the_same_citizens_with_every_mechanism_of_visits_at_work(engine):
    one, other = (pressed_visits(engine, design)[1] for design in DESIGNS_WITH_VISITS)
    assert is_same(one, other)


SPOILED = {
    "arrival removed": lambda log: without(log, row_of(log, log.kind == Event.ARRIVE)),
    "arrival later": lambda log: with_change(
        log, "time_s", row_of(log, log.kind == Event.ARRIVE), 1
    ),
    "content larger": lambda log: with_change(
        log, "amount", row_of(log, log.kind == Event.ARRIVE), 1
    ),
    "particular more": lambda log: with_change(
        log, "step", row_of(log, log.kind == Event.CAPTURE), 1
    ),
    "another cause": lambda log: with_change(
        log, "cause", row_of(log, (log.kind == Event.CONTACT_IN) & (log.cause == Cause.VALUE)), 1
    ),
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_log_is_seen(engine, how):
    log = shipped_run(engine, "sickness-benefit", "functionalised")[1]
    assert not is_same(log, SPOILED[how](log))


@pytest.mark.parametrize("service", list_services())
@pytest.mark.parametrize("factor", [0, 0.5, 3])
def test_variety_leaves_all_else_as_it_was(service, factor):
    few = draw_citizens(load_scenario(service), SEED, 0, DAYS)
    other = draw_citizens(load_scenario(service, [f"demand.variety*={factor}"]), SEED, 0, DAYS)
    assert all(np.array_equal(getattr(few, trait), getattr(other, trait)) for trait in TRAITS)
    more = other.particulars - few.particulars
    assert (more <= 0).all() if factor <= 1 else (more >= 0).all()
    assert more.any()
