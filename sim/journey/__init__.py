"""One citizen's journey through a service, told from the event log: in words and as a line."""

from sim.journey.choose import CHOICES, find_citizen
from sim.journey.follow import Followed, Following, Journey, find_days, follow, follow_cells
from sim.journey.line import Closing, DayLine, Work
from sim.journey.months import Month, VisitDay, VisitFace
from sim.journey.named import Loss
from sim.journey.summary import Summary, summarise_journey
from sim.journey.tell import Step, tell_journey
from sim.journey.week import DayEnd, Dot, Move, Week

__all__ = [
    "CHOICES",
    "Closing",
    "DayEnd",
    "DayLine",
    "Dot",
    "Followed",
    "Following",
    "Journey",
    "Loss",
    "Month",
    "Move",
    "Step",
    "Summary",
    "VisitDay",
    "VisitFace",
    "Week",
    "Work",
    "find_citizen",
    "find_days",
    "follow",
    "follow_cells",
    "summarise_journey",
    "tell_journey",
]
