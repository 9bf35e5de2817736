"""M/M/5 in SimPy: five processes take customers out of a store."""

from collections.abc import Iterator
from random import Random

from simpy import Environment, Event, Store

from benchmarks.counted import Counted, count
from benchmarks.setting import MM5_ARRIVAL_S, SERVICE_S, STAFF


def simulate(customers: int, seed: int) -> Counted:
    """Serve so many customers until the last is done, and count."""
    env, random = Environment(), Random(seed)
    queue = Store(env)
    waits: list[float] = []
    for _ in range(STAFF):
        env.process(_serve(env, random, queue, waits))
    env.process(_arrive(env, random, queue, customers))
    env.run()
    return count(customers, waits, faces=customers)


def _arrive(env: Environment, random: Random, queue: Store, customers: int) -> Iterator[Event]:
    for _ in range(customers):
        yield env.timeout(random.expovariate(1 / MM5_ARRIVAL_S))
        queue.put(env.now)


def _serve(env: Environment, random: Random, queue: Store, waits: list[float]) -> Iterator[Event]:
    while True:
        came_s = yield queue.get()
        waits.append(env.now - came_s)
        yield env.timeout(random.expovariate(1 / SERVICE_S))
