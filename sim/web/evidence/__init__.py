"""The page of the evidence."""

from sim.web.evidence.page import show_evidence

__all__ = ["show_evidence"]
