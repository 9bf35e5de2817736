"""Time: as the citizen lives it, and as the target's clock shows it."""

import numpy as np

from sim.eventlog import NONE
from sim.ledger.columns import Whole
from sim.measures.acquaintance import cases_by_end
from sim.measures.counting import count_one_off, is_case, is_met
from sim.measures.limits import upper_limit
from sim.measures.measure import Measure
from sim.measures.once import once
from sim.measures.ordering import order_by_time
from sim.measures.reading import NO_CASES, NONE_CLOSED, NONE_MET, Reading, ratio
from sim.measures.view import View
from sim.units import DAY_S

FEW_MET = "fewer than two needs were met"
FEW_CLOSED = "fewer than two cases were closed"


def measure_end_to_end_days(view: View) -> Reading:
    """Time from the first contact until the need is met.

    Notes
    -----
    Formula: mean over the one-off cases whose need is met of (met - arrival), in calendar time.

    Unit: calendar days.

    Source: report §9.1, §9.4 (13.7 days, then 0.7; 14.3, then 3.2).
    """
    return _mean(view, _end_to_end_s(view), NONE_MET)


def measure_end_to_end_days_upper_limit(view: View) -> Reading:
    """Time within which a citizen can count on being helped.

    Notes
    -----
    Formula: mean + 2.66 × mean moving range of the end-to-end times, in the order in which the
    needs were met (XmR chart).

    Unit: calendar days.

    Source: report §9.1 ("predictably up to 197 days"); Wheeler 1993.
    """
    return _limit(view, _end_to_end_s(view), FEW_MET)


def measure_reported_days(view: View) -> Reading:
    """Time that the service reports.

    Notes
    -----
    Formula: mean over the one-off cases ever closed of the target's clock at the first closing.

    Unit: calendar days.

    Source: report §4.5, §9.1.
    """
    return _mean(view, _reported_s(view), NONE_CLOSED)


def measure_reported_days_upper_limit(view: View) -> Reading:
    """Time up to which the service's own figures go.

    Notes
    -----
    Formula: mean + 2.66 × mean moving range of the reported times, in the order of first closing.

    Unit: calendar days.

    Source: report §4.5, §9.1; Wheeler 1993.
    """
    return _limit(view, _reported_s(view), FEW_CLOSED)


def measure_kept_promise_share(view: View) -> Reading:
    """Share of needs met within the time that the service promises.

    Notes
    -----
    Formula: one-off cases whose need is met at most `service.promised_days` after the arrival /
    one-off cases.

    Unit: share of cases.

    Source: report §9.2 (all works on the first day for 20 %, then for 90 % of new employees).
    """
    promised_s = view.scenario.service.promised_days.value * DAY_S
    kept = int((_end_to_end_s(view) <= promised_s).sum())
    return ratio(kept, count_one_off(view), NO_CASES)


@once
def _end_to_end_s(view: View) -> Whole:
    """Return end-to-end times in the order in which the needs were met."""
    by_end = cases_by_end(view)
    met = by_end[is_met(view)[by_end]]
    return np.asarray(view.courses.end_s[met] - view.courses.arrival_s[met])


@once
def _reported_s(view: View) -> Whole:
    """Return reported times in the order of first closing."""
    courses = view.courses
    closed = np.flatnonzero(is_case(view) & (courses.first_closed_s != NONE))
    return courses.reported_s[closed[order_by_time(courses.first_closed_s[closed])]]


def _mean(view: View, times_s: Whole, reason: str) -> Reading:
    if view.is_client.all():
        return Reading(None, NO_CASES)
    return Reading(float(times_s.mean() / DAY_S)) if len(times_s) else Reading(None, reason)


def _limit(view: View, times_s: Whole, reason: str) -> Reading:
    return upper_limit(times_s / DAY_S, NO_CASES if view.is_client.all() else reason)


FAMILY = (
    Measure("end_to_end_days", "days", "End-to-end time", "lower", measure_end_to_end_days),
    Measure(
        "end_to_end_days_upper_limit",
        "days",
        "End-to-end time, upper limit",
        "lower",
        measure_end_to_end_days_upper_limit,
    ),
    Measure(
        "kept_promise_share",
        "share",
        "Needs met within the promised time",
        "higher",
        measure_kept_promise_share,
    ),
    Measure("reported_days", "days", "Reported time", "lower", measure_reported_days),
    Measure(
        "reported_days_upper_limit",
        "days",
        "Reported time, upper limit",
        "lower",
        measure_reported_days_upper_limit,
    ),
)
