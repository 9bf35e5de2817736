"""Repeat contact in Ciw: a node of five servers, and home, where everybody has a server."""

from math import inf
from random import random

import ciw

from benchmarks.counted import Counted, count
from benchmarks.rivals.ciw_arrivals import Arrivals
from benchmarks.setting import REPEAT_ARRIVAL_S, RETURN_CHANCE, RETURN_S, SERVICE_S, STAFF

COUNTER = 1


def simulate(customers: int, seed: int) -> Counted:
    """Serve so many customers until the last is done, and count."""
    ciw.seed(seed)
    simulation = ciw.Simulation(_create_network(customers))
    simulation.simulate_until_max_customers(customers)
    records = [record for record in simulation.get_all_records() if record.node == COUNTER]
    waits = [record.waiting_time for record in records]
    faces = {(record.id_number, record.server_id) for record in records}
    return count(customers, waits, len(faces))


def _create_network(customers: int) -> ciw.network.Network:
    return ciw.create_network(
        arrival_distributions=[Arrivals(1 / REPEAT_ARRIVAL_S, customers), None],
        service_distributions=[
            ciw.dists.Exponential(1 / SERVICE_S),
            ciw.dists.Exponential(1 / RETURN_S),
        ],
        number_of_servers=[STAFF, inf],
        routing=[[0.0, RETURN_CHANCE], [1.0, 0.0]],
        server_priority_functions=[_by_lot, None],
    )


def _by_lot(server: ciw.server.Server, customer: ciw.individual.Individual) -> float:
    """Order the servers anew each time: Ciw would always take the first one free."""
    return random()
