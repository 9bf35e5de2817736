"""What the books tell of some days: all that was done in them, for whomever, whenever they came.

A cohort is followed from arrival to end, and so is known only long afterwards. Whoever steers reads
the books of the last weeks instead: hours worked, jobs finished, contacts taken, needs met. Tallies
of one-off cases are not dated; what they add up to within some days is what they held at the end
less what they held at the beginning, in one and the same run.
"""

import numpy as np

from sim.eventlog import NONE
from sim.ledger import Ledger, Tallies, build_table
from sim.ledger.tables import Whole
from sim.measures.cohort import Days, choose_present
from sim.measures.view import View
from sim.scenario import Scenario


def build_period_view(
    ledger: Ledger,
    before: Ledger,
    scenario: Scenario,
    design_name: str,
    days: Days,
) -> View:
    """Return what the measures look at where they are taken of all that was done in some days.

    Parameters
    ----------
    ledger, before
        Of one run, as its books stood on the last of the days and on the first.
    scenario, design_name
        The service, and the design whose prices apply.
    days
        Which they are.
    """
    since = ledger._replace(tallies=_subtract(ledger.tallies, before.tallies))
    return View(
        scenario=scenario,
        design=scenario.designs[design_name],
        demand=dict(scenario.demand),
        is_one_type=False,
        ledger=since,
        cohort=choose_present(since, scenario, list(scenario.demand), days),
    )


def _subtract(tallies: Tallies, before: Tallies) -> Tallies:
    """Return what has been added since: rows are known by whom, and which day, they are about."""
    days = int(tallies.day.max(initial=0)) + 2
    then, now = (_number(table, days) for table in (before, tallies))
    order = np.argsort(now)
    rows = order[np.searchsorted(now, then, sorter=order)]
    counts, granted, premium = (
        column.copy() for column in (tallies.counts, tallies.granted_sum_ppm, tallies.premium)
    )
    counts[rows] -= before.counts
    granted[rows] -= before.granted_sum_ppm
    if before.premium.shape[1]:
        premium[rows] -= before.premium
    # A visit that ends as the last day closes is in the books of the next ones, under its own day.
    day = np.full_like(tallies.day, NONE)
    return build_table(Tallies, tallies.citizen, day, counts, granted, premium)


def _number(tallies: Tallies, days: int) -> Whole:
    return tallies.citizen.astype(np.int64) * days + tallies.day + 1
