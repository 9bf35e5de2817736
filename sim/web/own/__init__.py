"""The page of a service of one's own: from the log that its case system writes."""

from sim.web.own.page import show_own_service

__all__ = ["show_own_service"]
