"""M/M/5 in Cimba: five processes take customers out of a store; its C engine runs them."""

import cimba as cb
from cimba import inputs

from benchmarks.counted import Counted
from benchmarks.setting import MM5_ARRIVAL_S, SERVICE_S, STAFF


class Counter(cb.Model):
    """The service, and what it counts."""

    customers: cb.Param[int]
    gap_s: cb.Input[float] = inputs.dist.exponential(mean=MM5_ARRIVAL_S)
    service_s: cb.Input[float] = inputs.dist.exponential(mean=SERVICE_S)
    queue: cb.Store[float]
    services: cb.Output[int]
    waited_s: cb.Output[float]

    @cb.on_start
    def begin(self):
        """Begin to count: an output is not a number before."""
        self.waited_s = 0.0

    @cb.process
    def arrive(self):
        """Bring so many customers, each known by when it came."""
        for _ in range(self.customers):
            cb.hold(self.gap_s.next())
            self.queue.put(cb.now())

    @cb.process(copies=STAFF)
    def serve(self):
        """Serve whoever came first, for ever."""
        while True:
            self.waited_s += cb.now() - self.queue.get()
            self.services += 1
            cb.hold(self.service_s.next())


def simulate(customers: int, seed: int) -> Counted:
    """Serve so many customers until the last is done, and count."""
    model = Counter()
    model.customers = customers
    found = cb.Experiment(model, seed=seed).run()[model]
    services = int(found.services[0, 0])
    return Counted(customers, services, float(found.waited_s[0, 0]) / services, 0.0, 1.0)
