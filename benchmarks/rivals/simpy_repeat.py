"""Repeat contact in SimPy: five processes take customers out of a store; some come back."""

from collections.abc import Iterator
from random import Random

from simpy import Environment, Event, Store

from benchmarks.counted import Counted, count
from benchmarks.setting import REPEAT_ARRIVAL_S, RETURN_CHANCE, RETURN_S, SERVICE_S, STAFF

Faces = set[int]


def simulate(customers: int, seed: int) -> Counted:
    """Serve so many customers until the last is done, and count."""
    env, random = Environment(), Random(seed)
    queue = Store(env)
    waits: list[float] = []
    met: list[Faces] = [set() for _ in range(customers)]
    for worker in range(STAFF):
        env.process(_serve(env, random, queue, worker, waits))
    env.process(_arrive(env, random, queue, met))
    env.run()
    return count(customers, waits, faces=sum(map(len, met)))


def _arrive(env: Environment, random: Random, queue: Store, met: list[Faces]) -> Iterator[Event]:
    for faces in met:
        yield env.timeout(random.expovariate(1 / REPEAT_ARRIVAL_S))
        queue.put((env.now, faces))


def _serve(
    env: Environment, random: Random, queue: Store, worker: int, waits: list[float]
) -> Iterator[Event]:
    while True:
        came_s, faces = yield queue.get()
        waits.append(env.now - came_s)
        faces.add(worker)
        yield env.timeout(random.expovariate(1 / SERVICE_S))
        if random.random() < RETURN_CHANCE:
            env.process(_come_back(env, random, queue, faces))


def _come_back(env: Environment, random: Random, queue: Store, faces: Faces) -> Iterator[Event]:
    yield env.timeout(random.expovariate(1 / RETURN_S))
    queue.put((env.now, faces))
