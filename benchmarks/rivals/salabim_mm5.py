"""M/M/5 in salabim: the clerks of its tutorial, who sleep when the line is empty."""

from collections.abc import Iterator
from typing import Any

import salabim as sim

from benchmarks.counted import Counted, count
from benchmarks.rivals.salabim_counter import Counter
from benchmarks.setting import MM5_ARRIVAL_S, SERVICE_S, STAFF


def simulate(customers: int, seed: int) -> Counted:
    """Serve so many customers until the last is done, and count."""
    counter = Counter(seed)
    for _ in range(STAFF):
        Clerk()
    Arrivals(customers=customers)
    counter.run()
    return count(customers, counter.waits, faces=customers)


class Customer(sim.Component):
    """A customer: salabim notes when it is created."""


class Arrivals(sim.Component):
    """Lets the customers come."""

    def process(self, customers: int) -> Iterator[Any]:
        """Let each of so many customers join the line."""
        counter = self.env
        for _ in range(customers):
            yield self.hold(counter.random.expovariate(1 / MM5_ARRIVAL_S))
            Customer().enter(counter.line)
            counter.wake_a_clerk()


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
            counter.waits.append(counter.now() - customer.creation_time())
            yield self.hold(counter.random.expovariate(1 / SERVICE_S))
