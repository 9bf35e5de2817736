"""Estimate every quantity of a service from its case log."""

from datetime import date

from sim.message import Message
from sim.own.caselog import CaseLog
from sim.own.estimate import TITLES, Estimate
from sim.own.estimates import arrivals, cases, durations, hours, persons, touch
from sim.own.estimates.seen import say_nothing, see

NAMES = frozenset(
    (
        *arrivals.NAMES,
        *hours.NAMES,
        *persons.NAMES,
        *cases.NAMES,
        *durations.NAMES,
        touch.NAME,
    )
)
"""What is estimated."""
NO_CASES = Message("no case begins on these days")


def estimate(
    log: CaseLog, *, first: date | None = None, last: date | None = None
) -> dict[str, Estimate]:
    """Estimate each quantity that logs can tell, with its 95 % interval, or say why this cannot.

    What only a fit could give is not among them.

    Parameters
    ----------
    log
        The cases.
    first, last
        Of the cases that begin from one day to the other, both included, followed to the end of the
        log; of days and persons, those between the two. None: from the first step to the end.

    Returns
    -------
    dict
        An estimate for each of `NAMES`, in the order of `TITLES`.
    """
    if not log.cases:
        return {name: say_nothing(name, 0, NO_CASES) for name in TITLES if name in NAMES}
    seen = see(log, first, last)
    if not len(seen.arrival_day):
        return {name: say_nothing(name, 0, NO_CASES) for name in TITLES if name in NAMES}
    found = [
        *arrivals.find_arrivals(seen),
        *hours.find_opening_hours(seen),
        *persons.find_persons(seen),
        *cases.find_case_figures(seen),
        *durations.find_durations(seen),
        touch.find_touch_time(seen),
    ]
    by_name = {figure.name: figure for figure in found}
    return {name: by_name[name] for name in TITLES if name in NAMES}
