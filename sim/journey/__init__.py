"""One citizen's journey through a service, told in plain words from the event log."""

from sim.journey.summary import Summary, summarise_journey
from sim.journey.tell import Step, tell_journey

__all__ = ["Step", "Summary", "summarise_journey", "tell_journey"]
