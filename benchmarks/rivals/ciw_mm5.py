"""M/M/5 in Ciw: a network of one node."""

import ciw

from benchmarks.counted import Counted, count
from benchmarks.rivals.ciw_arrivals import Arrivals
from benchmarks.setting import MM5_ARRIVAL_S, SERVICE_S, STAFF


def simulate(customers: int, seed: int) -> Counted:
    """Serve so many customers until the last is done, and count."""
    ciw.seed(seed)
    network = ciw.create_network(
        arrival_distributions=[Arrivals(1 / MM5_ARRIVAL_S, customers)],
        service_distributions=[ciw.dists.Exponential(1 / SERVICE_S)],
        number_of_servers=[STAFF],
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(customers)
    waits = [record.waiting_time for record in simulation.get_all_records()]
    return count(customers, waits, faces=customers)
