"""Coefficients of a design are found: from the blueprint and from what comes, nothing fitted."""

from typing import NamedTuple

import numpy as np

from sim.blueprint import Blueprint
from sim.dynamics.expected.coefficients import Coefficients, Real
from sim.dynamics.expected.faces import Faces
from sim.dynamics.expected.gather import gather
from sim.dynamics.expected.staff import load_staff, meet_staff
from sim.dynamics.expected.tally import Tally
from sim.dynamics.expected.walk import follow_cases
from sim.scenario import Demand, Scenario

BUSY = 0.5
"""How busy staff are taken to be until it is known."""


class Coming(NamedTuple):
    """What comes: demand types, and their shares of the arrivals."""

    demands: list[Demand]
    weights: Real
    arrivals_per_day: float


def find_coefficients(scenario: Scenario, blueprint: Blueprint) -> Coefficients:
    """Find the coefficients of a design."""
    coming = find_coming(scenario)
    busy = np.full(blueprint.layout.functions, BUSY)
    tally = follow_all(blueprint, coming, meet_staff(blueprint, coming.demands, busy))
    if blueprint.work.known_face > 0:  # how busy staff are decides who is free
        busy = load_staff(blueprint, tally, coming.arrivals_per_day)
        tally = follow_all(blueprint, coming, meet_staff(blueprint, coming.demands, busy))
    return gather(blueprint, coming.demands, coming.weights, tally)


def find_coming(scenario: Scenario) -> Coming:
    """Return what comes to a service."""
    demands = list(scenario.demand.values())
    rates = np.array([demand.arrivals_per_day.value for demand in demands])
    return Coming(demands, rates / rates.sum(), float(rates.sum()))


def follow_all(blueprint: Blueprint, coming: Coming, faces: tuple[Faces, ...]) -> Tally:
    """Follow the cases of all demand types, and return what happens to a mean one."""
    whole = Tally(blueprint.layout.functions)
    for number, (demand, weight) in enumerate(zip(coming.demands, coming.weights, strict=True)):
        whole.add_all(follow_cases(blueprint, demand, number, faces), float(weight))
    return whole
