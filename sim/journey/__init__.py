"""One citizen's journey through a service, told in plain words from the event log."""

from sim.journey.step import Step
from sim.journey.tell import tell_journey

__all__ = ["Step", "tell_journey"]
