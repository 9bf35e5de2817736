"""A service as it is now: the cases since its log last became another one."""

from typing import NamedTuple

from sim.own.breaks import Break, find_breaks
from sim.own.caselog import CaseLog
from sim.own.halves import take_since
from sim.own.local_time import find_midnight_us

FEWEST_CASES = 150
"""With fewer since a break, what was before it is taken as well."""
ARRIVALS = "arrivals"


class Recent(NamedTuple):
    """The cases that tell what a service is now.

    Attributes
    ----------
    log
        These cases.
    since
        With what it became what it is; `None` where it is what it was, or too little came since.
    """

    log: CaseLog
    since: Break | None


def find_recent(log: CaseLog) -> Recent:
    """Find the cases since a log last became another one, where these are enough to go by.

    That more or fewer come makes no other service of it: seasons do so every year.
    """
    for change in reversed(find_breaks(log)):
        if change.name == ARRIVALS:
            continue
        recent = take_since(log, find_midnight_us(change.day, log.zone))
        if recent.cases >= FEWEST_CASES:
            return Recent(recent, change)
    return Recent(log, None)
