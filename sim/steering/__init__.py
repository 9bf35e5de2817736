"""Steering: a manager in charge, and what becomes of the service under one figure or another."""

from sim.steering.find import QUARTERS, USUAL_POLICIES, find_steering
from sim.steering.levers import Lever
from sim.steering.policy import SHORT, Policy, first_of, read_policy
from sim.steering.rules import RULES, Rule
from sim.steering.service import QUARTER_DAYS
from sim.steering.steering import Arm, Change, Steering, Step

__all__ = [
    "QUARTERS",
    "QUARTER_DAYS",
    "RULES",
    "SHORT",
    "USUAL_POLICIES",
    "Arm",
    "Change",
    "Lever",
    "Policy",
    "Rule",
    "Steering",
    "Step",
    "find_steering",
    "first_of",
    "read_policy",
]
