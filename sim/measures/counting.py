"""What measures are counted by: cases, months of clients, needs met, work; and its price."""

from math import exp

import numpy as np

from sim.calendar import WEEK_DAYS
from sim.eventlog import NONE, Activity, Job
from sim.ledger import EndState, Tally
from sim.ledger.tables import Mask
from sim.measures.view import View, once
from sim.units import DAY_S, HOUR_S, MILLION, MONTH_DAYS, YEAR_DAYS

MONTH_S = MONTH_DAYS * DAY_S
YEAR_S = YEAR_DAYS * DAY_S


def count(which: Mask) -> int:
    """Count the marked."""
    return int(np.count_nonzero(which))


def window_months(view: View) -> float:
    """Months of 30 calendar days in the days of the view."""
    return (view.to_s - view.from_s) / MONTH_S


def window_years(view: View) -> float:
    """Years of 365 calendar days in the days of the view."""
    return (view.to_s - view.from_s) / YEAR_S


def open_days(view: View) -> tuple[int, int]:
    """Return the open days of the view, from the one, up to and without the other."""
    calendar = view.calendar
    return calendar.open_days(view.from_s // DAY_S), calendar.open_days(view.to_s // DAY_S)


@once
def client_months(view: View) -> float:
    """Months of 30 calendar days for which clients have visits, within the days of the view."""
    clients = np.flatnonzero(view.is_client)
    arrival_s, end_s = view.courses.arrival_s[clients], view.courses.end_s[clients]
    last_s = np.where(end_s == NONE, view.to_s, np.minimum(end_s, view.to_s))
    return float((last_s - np.maximum(arrival_s, view.from_s)).sum() / MONTH_S)


@once
def is_case(view: View) -> Mask:
    """Mark the one-off cases."""
    return ~view.is_client


@once
def count_one_off(view: View) -> int:
    """One-off cases of the cohort."""
    return count(is_case(view))


@once
def count_cases(view: View) -> float:
    """One-off cases of the cohort; where there are visits, each month of a client is a case."""
    return count_one_off(view) + client_months(view)


@once
def is_met(view: View) -> Mask:
    """Mark the one-off cases whose need is met."""
    return np.asarray(is_case(view) & (view.courses.end_state == EndState.MET))


@once
def count_met(view: View) -> int:
    """One-off cases whose need is met."""
    return count(is_met(view))


@once
def is_unmet(view: View) -> Mask:
    """Mark the citizens whose need stays unmet: given up, or turned away for good."""
    return np.asarray(view.courses.end_state == EndState.UNMET)


@once
def count_unmet(view: View) -> int:
    """Citizens whose need stays unmet."""
    return count(is_unmet(view))


@once
def is_detected(view: View) -> Mask:
    """Mark the citizens whose dishonest claim is found."""
    return np.asarray(view.by_member(Tally.DETECTED) > 0)


@once
def is_whole_visit(view: View) -> Mask:
    """Mark the visits that were made, missed nothing and left nothing undone."""
    is_whole = (view.visits.missed == 0) & (view.visits.undone_s == 0)
    return np.asarray(is_whole & ~is_missed_visit(view))


@once
def is_missed_visit(view: View) -> Mask:
    """Mark the visits to which nobody came."""
    return np.asarray(view.visits.staff == NONE)


@once
def count_broken_visits(view: View) -> int:
    """Visits with something missed or left undone."""
    return count(~is_whole_visit(view))


@once
def unmended_share(view: View) -> float:
    """Share of the visits with something missed or undone for which no extra visit made good."""
    broken = count_broken_visits(view)
    extra = count(view.meetings.job == Job.EXTRA_VISIT)
    return max(broken - extra, 0) / max(broken, 1)


@once
def count_helped(view: View) -> float:
    """One-off cases whose need is met; where there are visits, the months of clients."""
    return count_met(view) + client_months(view)


def worked_s(view: View, *activities: Activity) -> int:
    """Seconds that the cohort's citizens took, on some activities or on all."""
    seconds = view.totals[Tally.ACTIVITY_S : Tally.PURCHASES]
    return sum(seconds[activity] for activity in activities) if activities else sum(seconds)


def paid_s(view: View, *activities: Activity) -> float:
    """Seconds of `worked_s`, each as dear as an hour in its pool: the wage of most pools is 1."""
    of = activities or tuple(Activity)
    premium = sum(view.premiums[activity] for activity in of)
    worked = worked_s(view, *activities)
    return worked + premium / MILLION if premium else worked


@once
def contract_factor(view: View) -> float:
    """Price of the design's work, of own work: a part of it may be under contract."""
    contract = view.design.outsourcing
    dearer = contract.tender_share.value + contract.supervision_share.value
    return 1 + contract.share.value * (dearer - contract.price_advantage.value)


@once
def trained_share(view: View) -> float:
    """Share of the staff whose training is over, in the long run.

    At a rate of leaving that is the chance that nobody has left a place for as long as training
    takes: exp(-rate × training).
    """
    training_years = view.design.functions.training_weeks.value * WEEK_DAYS / YEAR_DAYS
    return exp(-view.scenario.staff.turnover_per_year.value * training_years)


@once
def loaded_rate(view: View) -> float:
    """Cost of a second of work: with the time that cannot be worked on citizens, and management.

    Who is new is paid, and works on nothing.
    """
    staff, costs = view.scenario.staff, view.scenario.costs
    paid = staff.rate_per_hour.value / HOUR_S / staff.target_utilisation.value
    loaded = paid * (1 + costs.management_share.value) * contract_factor(view)
    return loaded / trained_share(view)
