"""What measures are counted by: cases, months of clients, needs met, and the days themselves."""

import numpy as np

from sim.eventlog import NONE, Job
from sim.ledger import EndState
from sim.ledger.columns import Mask
from sim.metrics.once import once
from sim.metrics.view import View
from sim.units import DAY_S, MONTH_DAYS

MONTH_S = MONTH_DAYS * DAY_S


def window_months(view: View) -> float:
    """Months of 30 calendar days in the days of the view."""
    return (view.to_s - view.from_s) / MONTH_S


@once
def client_months(view: View) -> float:
    """Months of 30 calendar days for which clients have visits, within the days of the view."""
    courses = view.courses
    end_s = np.where(courses.end_s == NONE, view.to_s, courses.end_s)
    stay_s = np.minimum(end_s, view.to_s) - np.maximum(courses.arrival_s, view.from_s)
    return float(stay_s[view.is_client].sum() / MONTH_S)


@once
def count_cases(view: View) -> float:
    """One-off cases of the cohort; where there are visits, each month of a client is a case."""
    return float((~view.is_client).sum()) + client_months(view)


@once
def is_met(view: View) -> Mask:
    """Mark the one-off cases whose need is met."""
    return np.asarray(~view.is_client & (view.courses.end_state == EndState.MET))


@once
def is_unmet(view: View) -> Mask:
    """Mark the citizens whose need stays unmet: given up, or turned away for good."""
    return np.asarray(view.courses.end_state == EndState.UNMET)


@once
def is_whole_visit(view: View) -> Mask:
    """Mark the visits that missed nothing and left nothing undone."""
    return np.asarray((view.visits.missed == 0) & (view.visits.undone_s == 0))


@once
def unmended_share(view: View) -> float:
    """Share of the visits with something missed or undone for which no extra visit made good."""
    broken = int((~is_whole_visit(view)).sum())
    extra = int((view.meetings.job == Job.EXTRA_VISIT).sum())
    return max(broken - extra, 0) / max(broken, 1)


@once
def count_helped(view: View) -> float:
    """One-off cases whose need is met; where there are visits, the months of clients."""
    return float(is_met(view).sum()) + client_months(view)
