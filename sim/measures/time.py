"""Time as the citizen lives it and as the target's clock shows it; and how many cases wait."""

import numpy as np

from sim.eventlog import NONE
from sim.ledger.tables import Whole
from sim.measures.acquaintance import cases_by_end
from sim.measures.counting import count_one_off, is_case, is_met
from sim.measures.declaration import Family, Unit
from sim.measures.reading import (
    NO_CASES,
    NO_DAYS,
    NONE_CLOSED,
    NONE_MET,
    Reading,
    order_by_time,
    ratio,
    upper_limit,
)
from sim.measures.view import View, once
from sim.message import Message
from sim.units import DAY_S

TIME = Family(Message("Time"))
BACKLOG = Family(Message("Backlog"))

FEW_MET = Message("fewer than two needs were met")
FEW_CLOSED = Message("fewer than two cases were closed")


@TIME.measure(Unit.DAYS, Message("End-to-end time"), "lower", only="case")
def end_to_end_days(view: View) -> Reading:
    """Time from the first contact until the need is met.

    Formula: mean over the one-off cases whose need is met of (met - arrival), in calendar time.
    Unit: calendar days.
    Source: report §9.1, §9.4 (13.7 days, then 0.7; 14.3, then 3.2).
    """
    return _mean(view, _end_to_end_s(view), NONE_MET)


@TIME.measure(Unit.DAYS, Message("End-to-end time, upper limit"), "lower", only="case")
def end_to_end_days_upper_limit(view: View) -> Reading:
    """Time within which a citizen can count on being helped.

    Formula: mean + 2.66 × mean moving range of the end-to-end times, in the order in which the
    needs were met (XmR chart).
    Unit: calendar days.
    Source: report §9.1 ("predictably up to 197 days"); Wheeler 1993.
    """
    return _limit(view, _end_to_end_s(view), FEW_MET)


@TIME.measure(Unit.SHARE, Message("Needs met within the promised time"), "higher", only="case")
def kept_promise_share(view: View) -> Reading:
    """Share of needs met within the time that the service promises.

    Formula: one-off cases whose need is met at most `service.promised_days` after the arrival /
    one-off cases.
    Unit: share of cases.
    Source: report §9.2 (all works on the first day for 20 %, then for 90 % of new employees).
    """
    promised_s = view.scenario.service.promised_days.value * DAY_S
    kept = int((_end_to_end_s(view) <= promised_s).sum())
    return ratio(kept, count_one_off(view), NO_CASES)


@TIME.measure(Unit.DAYS, Message("Reported time"), "lower", only="case")
def reported_days(view: View) -> Reading:
    """Time that the service reports.

    Formula: mean over the one-off cases ever closed of the target's clock at the first closing.
    Unit: calendar days.
    Source: report §4.5, §9.1.
    """
    return _mean(view, _reported_s(view), NONE_CLOSED)


@TIME.measure(Unit.DAYS, Message("Reported time, upper limit"), "lower", only="case")
def reported_days_upper_limit(view: View) -> Reading:
    """Time up to which the service's own figures go.

    Formula: mean + 2.66 × mean moving range of the reported times, in the order of first closing.
    Unit: calendar days.
    Source: report §4.5, §9.1; Wheeler 1993.
    """
    return _limit(view, _reported_s(view), FEW_CLOSED)


@BACKLOG.measure(Unit.CASES, Message("Open cases"), "lower", only="case")
def backlog(view: View) -> Reading:
    """Cases that are open at the same time.

    Formula: mean over the calendar time of the view of the number of one-off cases that have
    arrived and are neither met nor given up, whether or not the service has closed them.
    Unit: cases.
    Source: queueing theory (number in system).
    """
    openings = view.openings
    # Each change counts for the rest of the days that follow it.
    rest_s = view.to_s - np.clip(openings.calendar_s, view.from_s, view.to_s)
    open_s = float((openings.change * rest_s).sum())
    return ratio(open_s, view.to_s - view.from_s, NO_DAYS)


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


def _mean(view: View, times_s: Whole, reason: Message) -> Reading:
    if view.is_client.all():
        return Reading(None, NO_CASES)
    return Reading(float(times_s.mean() / DAY_S)) if len(times_s) else Reading(None, reason)


def _limit(view: View, times_s: Whole, reason: Message) -> Reading:
    return upper_limit(times_s / DAY_S, NO_CASES if view.is_client.all() else reason)
