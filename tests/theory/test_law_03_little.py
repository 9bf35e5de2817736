"""Law 3: Little's identity, exactly: a queue's integral is the sum of the waits in it.

It holds on any interval. The lengths come from those who join and leave, the waits from those who
start: two columns that know nothing of each other. An interval ends no later than the last time at
which the queue was empty, so that everybody who waited in it has started.
"""

from itertools import permutations

import numpy as np
import pytest

from sim.eventlog import Event
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

ENOUGH = 100
"""Visits missed."""
PARTS = ((0, 1), (1 / 7, 1 / 3), (0.5, 0.500_3), (0.9, 1))
"""Intervals, as shares of the time until the queue was last empty."""
ENDS = (Event.START, Event.MOVE, Event.MISS, Event.HANG_UP, Event.WITHDRAW)
"""How the wait of a job in a queue ends."""


def integral(log, pool, from_s, to_s):
    """Seconds times jobs waiting, from the lengths of the queue."""
    moves = log.rows((log.pool == pool) & np.isin(log.kind, (Event.ENTER, Event.LEAVE)))
    begins = np.clip(np.append(moves.time_s, to_s), from_s, to_s)
    return int((np.diff(begins) * moves.amount).sum())


def sum_of_waits(log, pool, from_s, to_s):
    """Seconds waited, from the waits of jobs started, moved by a reform, missed or given up."""
    started = log.rows((log.pool == pool) & np.isin(log.kind, ENDS))
    ends_s = np.clip(started.time_s, from_s, to_s)
    begins = np.clip(started.time_s - started.amount, from_s, to_s)
    return int((ends_s - begins).sum())


def last_empty(log, pool):
    """Time at which a pool's queue was last known to be empty."""
    left = log.rows((log.pool == pool) & (log.kind == Event.LEAVE) & (log.amount == 0))
    return int(left.time_s[-1])


def intervals(log, pool):
    """Some intervals of a pool, in whole seconds."""
    empty_s = last_empty(log, pool)
    return [(int(begins * empty_s), int(ends * empty_s)) for begins, ends in PARTS]


def pools(log):
    return np.unique(log.pool[log.kind == Event.ENTER]).tolist()


def holds(log, pool, spells):
    """Tell whether the identity holds on each of some intervals."""
    return all(integral(log, pool, *spell) == sum_of_waits(log, pool, *spell) for spell in spells)


@pytest.mark.parametrize(("service", "design"), SHIPPED)
def test_queues_hold_what_their_jobs_wait(engine, service, design):
    _, log = shipped_run(engine, service, design)
    assert sum(sum_of_waits(log, pool, 0, last_empty(log, pool)) for pool in pools(log)) > 0
    for pool in pools(log):
        assert holds(log, pool, intervals(log, pool))


@pytest.mark.parametrize("designs", [*permutations(("functionalised", "absorbing"))])
def test_it_holds_across_a_reform(engine, designs):
    crowded = ("staff.total=9", "demand.arrivals_per_day*=3")  # so that work waits overnight
    _, log = reformed_run(engine, *designs, *crowded)
    assert (log.amount[log.kind == Event.MOVE] > 0).any()
    for pool in pools(log):
        assert holds(log, pool, intervals(log, pool))


@pytest.mark.parametrize("design", DESIGNS_WITH_VISITS)
def test_it_holds_where_visits_are_missed(engine, design):
    _, log = pressed_visits(engine, design)
    assert (log.amount[log.kind == Event.MISS] > 0).sum() > ENOUGH
    for pool in pools(log):
        assert holds(log, pool, intervals(log, pool))


def lasting(log):
    """Entries after which their pool's queue kept its length for a while."""
    rows = np.zeros(len(log.kind), bool)
    for pool in pools(log):
        moves = np.flatnonzero((log.pool == pool) & np.isin(log.kind, (Event.ENTER, Event.LEAVE)))
        rows[moves[:-1]] = np.diff(log.time_s[moves]) > 0
    return rows & (log.kind == Event.ENTER)


def waiting(log):
    """Starts of jobs that had waited."""
    return (log.kind == Event.START) & (log.amount > 0)


SPOILED = {
    "start removed": lambda log: without(log, row_of(log, waiting(log))),
    "wait longer": lambda log: with_change(log, "amount", row_of(log, waiting(log)), 1),
    "wait in another pool": lambda log: with_change(log, "pool", row_of(log, waiting(log)), 1),
    "entry removed": lambda log: without(log, row_of(log, lasting(log))),
    "entry earlier": lambda log: with_change(log, "time_s", row_of(log, lasting(log)), -1),
    "length wrong": lambda log: with_change(log, "amount", row_of(log, lasting(log)), 1),
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_log_is_seen(engine, how):
    _, log = shipped_run(engine, "sickness-benefit", "functionalised")
    spells = {pool: intervals(log, pool)[:1] for pool in pools(log)}
    spoiled = SPOILED[how](log)
    assert not all(holds(spoiled, pool, spells[pool]) for pool in spells)
