"""The page that compares two designs of a service."""

from sim.web.explore.page import show_explore

__all__ = ["show_explore"]
