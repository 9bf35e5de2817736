"""Repeat contact in salabim: the clerks of its tutorial, and customers some of whom come back."""

from collections.abc import Iterator
from typing import Any

import salabim as sim

from benchmarks.counted import Counted, count
from benchmarks.rivals.salabim_counter import Counter
from benchmarks.setting import REPEAT_ARRIVAL_S, RETURN_CHANCE, RETURN_S, SERVICE_S, STAFF


def simulate(customers: int, seed: int) -> Counted:
    """Serve so many customers until the last is done, and count."""
    counter = Counter(seed)
    for _ in range(STAFF):
        Clerk()
    Arrivals(customers=customers)
    counter.run()
    return count(customers, counter.waits, faces=sum(map(len, counter.met)))


class Arrivals(sim.Component):
    """Lets the customers come."""

    def process(self, customers: int) -> Iterator[Any]:
        """Create so many customers."""
        for _ in range(customers):
            yield self.hold(self.env.random.expovariate(1 / REPEAT_ARRIVAL_S))
            Customer()


class Customer(sim.Component):
    """A customer, who may come back."""

    def process(self) -> Iterator[Any]:
        """Join the line and wake a clerk; come back, again and again."""
        counter = self.env
        self.faces: set[Clerk] = set()
        counter.met.append(self.faces)
        while True:
            self.came_s = counter.now()
            self.enter(counter.line)
            counter.wake_a_clerk()
            yield self.passivate()
            if counter.random.random() >= RETURN_CHANCE:
                return
            yield self.hold(counter.random.expovariate(1 / RETURN_S))


class Clerk(sim.Component):
    """One of the staff."""

    def process(self) -> Iterator[Any]:
        """Serve one customer after the other."""
        counter = self.env
        while True:
            while not counter.line:
                self.enter(counter.asleep)
                yield self.passivate()
            customer = counter.line.pop()
            counter.waits.append(counter.now() - customer.came_s)
            customer.faces.add(self)
            yield self.hold(counter.random.expovariate(1 / SERVICE_S))
            customer.activate()
