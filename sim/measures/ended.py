"""What ended within the days, whoever came when: what upper limits are of.

The cases that came within some days, in the order of their ends, begin with the short ones and end
with the long ones: neighbours are alike, the longer the days the less so, and a limit made of their
moving ranges says how long one looked. Those that ended within the days come as the service makes
them, short and long among one another.
"""

import numpy as np

from sim.ledger import EndState
from sim.ledger.tables import Whole
from sim.measures.reading import order_by_time
from sim.measures.view import View, once


@once
def ended_cases(view: View) -> Whole:
    """List the citizens of the run whose one-off case ended within the days, by their ends."""
    if view.whole is not None:
        return _of_types_in(view, ended_cases(view.whole))
    return _within_days(view, view.ledger.courses.end_s)


@once
def met_cases(view: View) -> Whole:
    """List those of them whose need was met."""
    ended = ended_cases(view)
    return np.asarray(ended[view.ledger.courses.end_state[ended] == EndState.MET])


@once
def closed_cases(view: View) -> Whole:
    """List the citizens whose one-off case was first closed within the days, by their closings."""
    if view.whole is not None:
        return _of_types_in(view, closed_cases(view.whole))
    return _within_days(view, view.ledger.courses.first_closed_s)


def _of_types_in(view: View, who: Whole) -> Whole:
    """Return those who are cases of the view, in the order in which they stand."""
    return who[view.cohort.is_case.take(who)]


def _within_days(view: View, at_s: Whole) -> Whole:
    is_within = (at_s >= view.from_s) & (at_s < view.to_s)
    who = np.flatnonzero(view.cohort.is_case & is_within)
    return who[order_by_time(at_s[who])]
