"""Steering: a manager in charge, and what becomes of the service under one figure or another."""

from sim.steering.become import Became, find_steered
from sim.steering.find import QUARTERS, USUAL_POLICIES, find_steering
from sim.steering.levers import Lever
from sim.steering.planning import LEAST_QUARTERS, MOST_QUARTERS, find_managers
from sim.steering.policy import SHORT, Policy, first_of, read_policy
from sim.steering.rules import RULES, Rule
from sim.steering.service import QUARTER_DAYS
from sim.steering.steering import Arm, Change, Steering, Step

__all__ = [
    "LEAST_QUARTERS",
    "MOST_QUARTERS",
    "QUARTERS",
    "QUARTER_DAYS",
    "RULES",
    "SHORT",
    "USUAL_POLICIES",
    "Arm",
    "Became",
    "Change",
    "Lever",
    "Policy",
    "Rule",
    "Steering",
    "Step",
    "find_managers",
    "find_steered",
    "find_steering",
    "first_of",
    "read_policy",
]
