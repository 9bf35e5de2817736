"""The ledger: the log folded into whole numbers for each citizen and each contact."""

from sim.ledger.build import Ledger, build_ledger
from sim.ledger.courses import read_courses
from sim.ledger.tables import (
    Contacts,
    Courses,
    EndState,
    Jobs,
    Meetings,
    Openings,
    Outbound,
    Queues,
    Shifts,
    Tallies,
    Visits,
    Waits,
    pick,
)
from sim.ledger.tallies import tally

__all__ = [
    "Contacts",
    "Courses",
    "EndState",
    "Jobs",
    "Ledger",
    "Meetings",
    "Openings",
    "Outbound",
    "Queues",
    "Shifts",
    "Tallies",
    "Visits",
    "Waits",
    "build_ledger",
    "pick",
    "read_courses",
    "tally",
]
