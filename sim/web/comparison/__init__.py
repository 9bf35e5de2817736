"""The page that compares two designs of a service."""

from sim.web.comparison.page import show_comparison

__all__ = ["show_comparison"]
