"""The page on what a service is capable of, over time."""

from sim.web.capability.page import show_capability

__all__ = ["show_capability"]
