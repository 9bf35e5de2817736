"""One hour: contacts are listened to and counted, and what they say is told as they come."""

from sim.web.hour.page import show_hour

__all__ = ["show_hour"]
