"""The ledger: what happened, in whole numbers for each citizen, contact, meeting, visit and shift.

`build_ledger` folds a log into one. An engine that fills the same tables itself needs no log.
"""

from sim.ledger.build import build_ledger
from sim.ledger.tables import (
    TALLY_COLUMNS,
    BusyTime,
    Contacts,
    Courses,
    EndState,
    Ledger,
    Meetings,
    Openings,
    Shifts,
    Tallies,
    Tally,
    Visits,
    build_table,
    pick,
)

__all__ = [
    "TALLY_COLUMNS",
    "BusyTime",
    "Contacts",
    "Courses",
    "EndState",
    "Ledger",
    "Meetings",
    "Openings",
    "Shifts",
    "Tallies",
    "Tally",
    "Visits",
    "build_ledger",
    "build_table",
    "pick",
]
