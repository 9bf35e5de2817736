"""Scenarios at a glance, for every page that lists some: to be pressed, and explored."""

from sim.web.tiles.groups import group_known, show_groups
from sim.web.tiles.tile import write_link

__all__ = ["group_known", "show_groups", "write_link"]
