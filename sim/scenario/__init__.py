"""What a scenario file may say, how it is loaded and checked, and how it is changed."""

from sim.scenario.describe import Described, describe_keys
from sim.scenario.differences import Difference, differences
from sim.scenario.files import list_services
from sim.scenario.rules_staff import staff_shares
from sim.scenario.scenario import Origin, Scenario, build_scenario, load_scenario
from sim.scenario.schema import (
    Costs,
    Demand,
    Evidence,
    Loops,
    OpeningHours,
    Service,
    Shift,
    Staff,
    Text,
    has_visits,
    quantities,
)

__all__ = [
    "Costs",
    "Demand",
    "Described",
    "Difference",
    "Evidence",
    "Loops",
    "OpeningHours",
    "Origin",
    "Scenario",
    "Service",
    "Shift",
    "Staff",
    "Text",
    "build_scenario",
    "describe_keys",
    "differences",
    "has_visits",
    "list_services",
    "load_scenario",
    "quantities",
    "staff_shares",
]
