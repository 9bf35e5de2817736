"""Time as the citizen lives it and as the target's clock shows it; and how many cases wait."""

import numpy as np

from sim.ledger.tables import Whole
from sim.measures.counting import count_one_off
from sim.measures.declaration import Family, Unit
from sim.measures.durations import (
    end_to_end_of_met_s,
    end_to_end_s,
    reported_of_closed_s,
    reported_s,
)
from sim.measures.exceeded import TIMES_EXCEEDED
from sim.measures.reading import (
    NO_CASES,
    NO_DAYS,
    NONE_CLOSED,
    NONE_MET,
    Reading,
    ratio,
    upper_limit,
)
from sim.measures.view import View
from sim.message import Message
from sim.units import DAY_S

TIME = Family(Message("Time"))
BACKLOG = Family(Message("Backlog"))

FEW_MET = Message("fewer than two needs were met in these days")
FEW_CLOSED = Message("fewer than two cases were closed in these days")


@TIME.measure(Unit.DAYS, Message("End-to-end time"), "lower", only="case")
def end_to_end_days(view: View) -> Reading:
    """Time from the first contact until the need is met.

    Formula: mean over the one-off cases whose need is met of (met - arrival), in calendar time.
    Unit: calendar days.
    Source: report §9.1, §9.4 (13.7 days, then 0.7; 14.3, then 3.2).
    """
    return _mean(end_to_end_s(view), NONE_MET)


@TIME.measure(Unit.DAYS, Message("End-to-end time, upper limit"), "lower", only="case")
def end_to_end_days_upper_limit(view: View) -> Reading:
    """Upper natural process limit of the end-to-end times: some citizens wait longer.

    Formula: mean + 2.66 × mean moving range of the end-to-end times of the needs met within the
    days, whenever their citizens came, in the order in which they were met (XmR chart). It is no
    promise: in the services that come with it 2 to 11 % wait longer.
    Unit: calendar days.
    Source: report §9.1 ("predictably up to 197 days"); Wheeler 1993.
    """
    return upper_limit(end_to_end_of_met_s(view) / DAY_S, FEW_MET)


@TIME.measure(Unit.SHARE, Message("Needs met within the promised time"), "higher", only="case")
def kept_promise_share(view: View) -> Reading:
    """Share of needs met within the time that the service promises.

    Formula: one-off cases whose need is met at most `service.promised_days` after the arrival /
    one-off cases.
    Unit: share of cases.
    Source: report §9.2 (all works on the first day for 20 %, then for 90 % of new employees).
    """
    promised_s = view.scenario.service.promised_days.value * DAY_S
    kept = int((end_to_end_s(view) <= promised_s).sum())
    return ratio(kept, count_one_off(view), NO_CASES)


@TIME.measure(Unit.DAYS, Message("Reported time"), "lower", only="case")
def reported_days(view: View) -> Reading:
    """Time that the service reports.

    Formula: mean over the one-off cases ever closed of the target's clock at the first closing.
    Unit: calendar days.
    Source: report §4.5, §9.1.
    """
    return _mean(reported_s(view), NONE_CLOSED)


@TIME.measure(Unit.DAYS, Message("Reported time, upper limit"), "lower", only="case")
def reported_days_upper_limit(view: View) -> Reading:
    """Upper natural process limit of the reported times: some are longer.

    Formula: mean + 2.66 × mean moving range of the reported times of the cases first closed within
    the days, whenever they came, in the order of first closing (XmR chart).
    Unit: calendar days.
    Source: report §4.5, §9.1; Wheeler 1993.
    """
    return upper_limit(reported_of_closed_s(view) / DAY_S, FEW_CLOSED)


for _exceeded in TIMES_EXCEEDED:
    TIME.add(_exceeded)


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


def _mean(times_s: Whole, reason: Message) -> Reading:
    return Reading(float(times_s.mean() / DAY_S)) if len(times_s) else Reading(None, reason)
