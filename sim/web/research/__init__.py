"""The page for researchers."""

from sim.web.research.page import show_research

__all__ = ["show_research"]
