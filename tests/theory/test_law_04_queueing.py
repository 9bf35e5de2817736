"""Law 4: without particulars the service is a queue of the textbooks; returns are a series.

Waits vary so much that 3 % can be told only from millions of citizens. A control variate makes
that affordable: on the same citizens the engine is compared with a recursion, and the recursion
goes on alone over many more. The estimate is unbiased whether or not the two agree; where they do,
which is demanded too, it has the precision of the long run.
"""

from typing import NamedTuple

import numpy as np
import pytest

from sim.blueprint import build_blueprint
from sim.engines import ENGINES, get_engine
from sim.eventlog import Event
from sim.population import Population, draw_citizens
from sim.random.keyed import key
from sim.scenario import Scenario
from tests.theory.bench import SEED, batches, per_citizen, plain_service, remember
from tests.theory.judge import PLANTED, agrees, assert_law
from tests.theory.queues import erlang_c, erlang_wait, pollaczek_khinchine, waits_by_recursion

SERVICE_S = 600
REPLICATIONS, CITIZENS, SHORT_DAYS, WARM_UP = 50, 100_000, 4, 2_000


class Queue(NamedTuple):
    """A queue of the textbooks."""

    servers: int
    load: float
    shape: str
    cv: float

    @property
    def arrivals_per_day(self) -> float:
        return self.load * 8 * 3_600 / SERVICE_S

    def mean_wait_s(self) -> float:
        if self.servers > 1:
            return erlang_wait(self.servers, self.load, SERVICE_S)
        return pollaczek_khinchine(self.load, SERVICE_S, self.cv)

    def scenario(self) -> Scenario:
        return plain_service(
            f"staff.total={self.servers}",
            f"demand.need.content_minutes={SERVICE_S / 60}",
            f"demand.need.arrivals_per_day={self.arrivals_per_day}",
            f"demand.need.content_cv={self.cv}",
            f"demand.need.content_shape={self.shape}",
        )


QUEUES = {
    "M/M/2": Queue(2, 1.2, "gamma", 1),
    "M/M/3": Queue(3, 1.8, "gamma", 1),
    "M/gamma/1": Queue(1, 0.6, "gamma", 0.5),
    "M/lognormal/1": Queue(1, 0.5, "lognormal", 0.7),
}
JUDGED = [
    *(f"mean wait in {name}" for name in QUEUES),
    *(f"chance to wait in {name}" for name, queue in QUEUES.items() if queue.servers > 1),
    "contacts with returns",
    "load with returns",
]


def waits(queue):
    """Waits by replication: of each engine, and of the recursion on its citizens and many more.

    The recursion takes long, and is made once for all engines.
    """
    scenario = queue.scenario()
    blueprint = build_blueprint(scenario, "plain")
    long_days = round(CITIZENS / queue.arrivals_per_day)
    runs = {name: [] for name in ENGINES}
    for replication in range(REPLICATIONS):
        people = draw_citizens(scenario, SEED, replication, long_days)
        by_recursion = waits_by_recursion(people.arrival_s, people.content_s, queue.servers)
        first = first_days(people, SHORT_DAYS)
        for name, found in runs.items():
            engine = get_engine(name).simulate
            log = engine(blueprint, first, key(SEED, replication), SHORT_DAYS + 30)
            started = log.of_kind(Event.START)
            found.append((started.amount[np.argsort(started.citizen)], by_recursion))
    return runs


def first_days(people: Population, days: int) -> Population:
    """Those who arrive in the first days."""
    count = int(np.searchsorted(people.arrival_s, days * 8 * 3_600))
    return Population(*(column[:count] for column in people))


def estimate(runs, measure, planted=1.0):
    """Mean of a measure of waits by replication; ``planted`` stretches the waits of the engine."""
    return np.array(
        [
            measure(by_recursion[WARM_UP:]).mean()
            + measure(by_engine * planted).mean()
            - measure(by_recursion[: len(by_engine)]).mean()
            for by_engine, by_recursion in runs
        ]
    )


@pytest.mark.parametrize("name", QUEUES)
def test_waits_are_those_of_the_theory(name):
    queue = QUEUES[name]
    for runs in waits(queue).values():
        assert_waits(runs, queue)


def assert_waits(runs, queue):
    for by_engine, by_recursion in runs:
        assert np.array_equal(by_engine, by_recursion[: len(by_engine)])
    assert_law(estimate(runs, np.asarray), queue.mean_wait_s())
    assert not agrees(estimate(runs, np.asarray, 1 + PLANTED), queue.mean_wait_s())
    if queue.servers > 1:
        assert_law(estimate(runs, lambda wait: wait > 0), erlang_c(queue.servers, queue.load))


FAILS = 0.3
RETURN_CITIZENS, RETURN_BATCHES, REWORK = 24_000, 80, 0.6


@remember
def returns(engine):
    """One particular each, which every attempt fails with one chance; the log, and how many."""
    scenario = plain_service(
        "staff.total=20",
        "demand.need.arrivals_per_day=400",
        "demand.need.content_cv=0",
        "demand.need.content_minutes=5",
        f"demand.need.rework_share={REWORK}",
        f"plain.standards.absorb={1 - FAILS}",
    )
    people = draw_citizens(scenario, SEED, 0, RETURN_CITIZENS // 400)
    people = people._replace(particulars=np.ones_like(people.particulars))
    log = engine(build_blueprint(scenario, "plain"), people, key(SEED, 0), 200)
    return log, len(people.key)


def test_returns_raise_contacts_to_lambda_over_one_minus_p(both_engines):
    log, citizens = returns(both_engines)
    contacts = per_citizen(log.of_kind(Event.CONTACT_IN), citizens)
    assert_law(batches(contacts, RETURN_BATCHES), 1 / (1 - FAILS))


def test_returns_raise_the_load_by_their_rework(both_engines):
    log, citizens = returns(both_engines)
    finished = log.of_kind(Event.FINISH)
    busy_s = per_citizen(finished, citizens, finished.amount)
    assert_law(batches(busy_s, RETURN_BATCHES), 300 * (1 + REWORK * FAILS / (1 - FAILS)))
