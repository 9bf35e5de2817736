"""Backlog: how many one-off cases are open, and how that goes over time."""

import numpy as np

from sim.ledger.columns import Whole
from sim.measures.measure import Measure
from sim.measures.reading import NO_CASES, Reading, ratio
from sim.measures.view import View
from sim.population import VISITS
from sim.units import DAY_S


def backlog_by_day(view: View) -> Whole:
    """Return how many cases are open at the midnight that ends each day, from day 0 of the run.

    The last day is the last of the view.
    """
    midnights_s = np.arange(1, view.to_s // DAY_S + 1) * DAY_S
    changes = np.append(0, np.cumsum(view.openings.change))
    before = np.searchsorted(view.openings.calendar_s, midnights_s)
    return np.asarray(changes[before], np.int64)


def measure_backlog(view: View) -> Reading:
    """Cases that are open at the same time.

    Notes
    -----
    Formula: mean over the calendar time of the view of the number of one-off cases that have
    arrived and are neither met nor given up, whether or not the service has closed them.

    Unit: cases.

    Source: queueing theory (number in system).
    """
    if all(demand.kind == VISITS for demand in view.demand.values()):
        return Reading(None, NO_CASES)
    openings = view.openings
    # Each change counts for the rest of the days that follow it.
    rest_s = view.to_s - np.clip(openings.calendar_s, view.from_s, view.to_s)
    open_s = float((openings.change * rest_s).sum())
    return ratio(open_s, view.to_s - view.from_s, "the view has no days")


FAMILY = (Measure("backlog", "cases", "Open cases", "lower", measure_backlog),)
