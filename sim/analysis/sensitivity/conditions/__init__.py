"""Scenario discovery: under which conditions a design wins."""

from sim.analysis.sensitivity.conditions.boxes import Boxes, DiscoveredBox, Limit
from sim.analysis.sensitivity.conditions.find_boxes import find_boxes
from sim.analysis.sensitivity.conditions.find_rules import find_rules
from sim.analysis.sensitivity.conditions.rules import Bound, Rule, Rules

__all__ = [
    "Bound",
    "Boxes",
    "DiscoveredBox",
    "Limit",
    "Rule",
    "Rules",
    "find_boxes",
    "find_rules",
]
