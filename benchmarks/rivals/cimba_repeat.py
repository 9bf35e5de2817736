"""Repeat contact in Cimba: five processes take customers out of a store; some come back."""

from __future__ import annotations

import cimba as cb
from cimba import inputs

from benchmarks.counted import Counted
from benchmarks.setting import REPEAT_ARRIVAL_S, RETURN_CHANCE, RETURN_S, SERVICE_S, STAFF


class Desk(cb.Model):
    """The service, and what it counts: of each customer when they came last, and whom they met."""

    customers: cb.Param[int]
    gap_s: cb.Input[float] = inputs.dist.exponential(mean=REPEAT_ARRIVAL_S)
    service_s: cb.Input[float] = inputs.dist.exponential(mean=SERVICE_S)
    return_s: cb.Input[float] = inputs.dist.exponential(mean=RETURN_S)
    coin: cb.Input[float] = inputs.dist.uniform(low=0.0, high=1.0)
    queue: cb.Store[int]
    came_s: cb.Array[float]
    met: cb.Array[int]
    """A bit for each worker."""
    workers: int = 0
    services: cb.Output[int]
    waited_s: cb.Output[float]
    faces: cb.Output[int]

    @cb.on_start
    def begin(self):
        """Begin to count: an output is not a number before."""
        self.waited_s = 0.0

    @cb.process
    def arrive(self):
        """Bring so many customers, each known by a number."""
        for customer in range(self.customers):
            cb.hold(self.gap_s.next())
            self.came_s[customer] = cb.now()
            self.queue.put(customer)

    @cb.process(copies=STAFF)
    def serve(self):
        """Serve whoever came first, for ever; some will come back."""
        bit = 1 << self.workers
        self.workers += 1
        while True:
            customer = self.queue.get()
            self.waited_s += cb.now() - self.came_s[customer]
            self.services += 1
            if self.met[customer] & bit == 0:
                self.met[customer] |= bit
                self.faces += 1
            cb.hold(self.service_s.next())
            if self.coin.next() < RETURN_CHANCE:
                back = cb.spawn(Return, desk=self, customer=customer)
                cb.schedule(back.come_back, self.return_s.next())


class Return(cb.Model):
    """One customer on the way back."""

    desk: cb.Ref[Desk]
    customer: cb.Param[int]

    @cb.event
    def come_back(self):
        """Come again."""
        self.desk.came_s[self.customer] = cb.now()
        self.desk.queue.put(self.customer)
        cb.release(self)


def simulate(customers: int, seed: int) -> Counted:
    """Serve so many customers until the last is done, and count."""
    desk = Desk()
    desk.customers = customers
    desk.came_s, desk.met = cb.Array(customers), cb.Array(customers)
    found = cb.Experiment(desk, seed=seed).run()[desk]
    services, faces = int(found.services[0, 0]), int(found.faces[0, 0])
    return Counted(
        customers,
        services,
        float(found.waited_s[0, 0]) / services,
        (services - customers) / services,
        faces / customers,
    )
