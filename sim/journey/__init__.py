"""One citizen's journey through a service, told in plain words from the event log."""

from sim.journey.tell import Step, tell_journey

__all__ = ["Step", "tell_journey"]
