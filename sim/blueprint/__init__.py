"""Scenario x design as read-only arrays in named groups: all that an engine knows of a design."""

from sim.blueprint.build import build_blueprint
from sim.blueprint.groups import Blueprint, Whole
from sim.blueprint.pools import PoolPlace, list_pools, list_premiums

__all__ = [
    "Blueprint",
    "PoolPlace",
    "Whole",
    "build_blueprint",
    "list_pools",
    "list_premiums",
]
