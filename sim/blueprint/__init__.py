"""Scenario x design as read-only arrays in named groups: all that an engine knows of a design."""

from sim.blueprint.build import build_blueprint
from sim.blueprint.groups import Blueprint, Whole

__all__ = [
    "Blueprint",
    "Whole",
    "build_blueprint",
]
