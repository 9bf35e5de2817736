"""Staff: how much of their time is paid, worked, needed and missed."""

from collections.abc import Sequence
from math import fsum

import numpy as np

from sim.blueprint import list_premiums
from sim.eventlog import Activity
from sim.ledger.tables import Mask
from sim.measures.counting import (
    contract_factor,
    open_days,
    trained_share,
    window_months,
    window_years,
    worked_s,
)
from sim.measures.declaration import Family, Unit
from sim.measures.pools import PoolLoad, pool_loads
from sim.measures.reading import NO_DAYS, NO_WORK, Reading, ratio
from sim.measures.view import View
from sim.message import Message
from sim.units import HOUR_S, MILLION

STAFF = Family(Message("Staff"))

NO_STAFF = Message("nobody was on shift in these days")
NO_FRONT = Message("there is no front office")


@STAFF.measure(Unit.COST_PER_MONTH, Message("Paid cost"), "lower", per_type=False)
def paid_cost_per_month(view: View) -> Reading:
    """Cost of the staff who are present, worked or not.

    Formula: hours on shift and of overtime × rate per hour × wage of the pool (temps × their price;
    own staff × the factor of what is under contract, see `cost_per_citizen_helped`) / (calendar
    days of the view / 30).
    Unit: currency per month of 30 calendar days.
    Source: report §4.2; stands beside the end-to-end cost, which counts work at target utilisation.
    """
    staff, is_temp, present = view.scenario.staff, view.shifts.is_temp == 1, _is_present(view)
    own_s, temps_s = _paid_s(view, present & ~is_temp), _paid_s(view, present & is_temp)
    priced_s = own_s * contract_factor(view) + temps_s * staff.temp_price.value
    cost = priced_s / HOUR_S * staff.rate_per_hour.value
    return ratio(cost, window_months(view), NO_DAYS)


@STAFF.measure(Unit.STAFF, Message("Staff needed"), "lower")
def staff_needed(view: View) -> Reading:
    """Full-time staff that the cohort's work takes.

    Formula: busy seconds of the cohort / target utilisation / seconds that one member of staff is
    rostered in the days of the view / share of staff who are not in training. Absence is part of
    the time that cannot be worked; a full-time member of staff has no other duties
    (`staff.share_of_time`).
    Unit: members of staff.
    Source: report §4.2.
    """
    target = view.scenario.staff.target_utilisation.value * trained_share(view)
    return ratio(worked_s(view) / target, _rostered_s(view), NO_DAYS)


@STAFF.measure(Unit.HOURS_PER_YEAR, Message("Hours worked in a year"), "lower")
def staff_hours_per_year(view: View) -> Reading:
    """Hours of staff that a year's citizens take: the fewer, the more are free for something else.

    Formula: busy seconds of the cohort / 3600 / (calendar days of the view / 365). What one design
    takes less than another it frees; paid it is all the same, until there are fewer staff.
    Unit: hours per year.
    Source: report §4.2, §7; stands beside the paid cost.
    """
    return ratio(worked_s(view) / HOUR_S, window_years(view), NO_DAYS)


@STAFF.measure(Unit.SHARE, Message("Time on value work"), "higher")
def value_work_share(view: View) -> Reading:
    """Share of busy time in which a need's content is worked for the first time.

    Formula: seconds of VALUE / busy seconds of the cohort.
    Unit: share of busy time.
    Source: report §6.1, §7.
    """
    return ratio(worked_s(view, Activity.VALUE), worked_s(view), NO_WORK)


@STAFF.measure(Unit.SHARE, Message("Utilisation"), "neither", per_type=False)
def utilisation(view: View) -> Reading:
    """Share of the time on shift that staff are busy.

    Formula: busy seconds within the days of the view / seconds on shift and of overtime.
    Unit: share of time on shift.
    Source: queueing theory (offered load over capacity).
    """
    (from_day, to_day), busy = open_days(view), view.ledger.busy
    busy_s = busy.seconds[(busy.day >= from_day) & (busy.day < to_day)].sum()
    return ratio(busy_s, _shift_s(view, _is_present(view)), NO_STAFF)


@STAFF.measure(Unit.SHARE, Message("Utilisation of the busiest pool"), "neither", per_type=False)
def utilisation_busiest(view: View) -> Reading:
    """Share of the time on shift that the staff are busy whom most waits for.

    Formula: the largest of the shares of all pools, front offices and functions of every team; of
    each busy seconds within the days of the view / seconds on shift and of overtime.
    Unit: share of time on shift.
    Source: queueing theory: what waits, waits for the busiest.
    """
    return _busiest(pool_loads(view), NO_STAFF)


@STAFF.measure(Unit.SHARE, Message("Utilisation of the front office"), "neither", per_type=False)
def utilisation_front(view: View) -> Reading:
    """Share of the time on shift that the staff of the front office are busy.

    Formula: as in `utilisation_busiest`, of front offices alone; of several teams the busiest.
    Unit: share of time on shift.
    Source: report §4.1 (front office and back office).
    """
    return _busiest([load for load in pool_loads(view) if load.is_front], NO_FRONT)


@STAFF.measure(
    Unit.SHARE, Message("Utilisation of the busiest function"), "neither", per_type=False
)
def utilisation_functions(view: View) -> Reading:
    """Share of the time on shift that the staff of the busiest function are busy.

    Formula: as in `utilisation_busiest`, of functions alone, in the team where it is busiest.
    Unit: share of time on shift.
    Source: report §4.1.
    """
    return _busiest([load for load in pool_loads(view) if not load.is_front], NO_STAFF)


@STAFF.measure(Unit.SHARE, Message("Absence"), "lower", per_type=False)
def absence_share(view: View) -> Reading:
    """Share of the rostered time of own staff in which they are absent.

    Formula: seconds of shifts missed / (seconds missed + seconds on shift, without temps).
    Unit: share of rostered time.
    Source: report §9.5 (absence fell in the pilot, evidence §3.2).
    """
    is_own = (view.shifts.is_temp != 1) & (view.shifts.is_overtime != 1)
    missed_s = _shift_s(view, is_own & ~_is_present(view))
    return ratio(missed_s, _shift_s(view, is_own), NO_STAFF)


def _busiest(loads: Sequence[PoolLoad], reason: Message) -> Reading:
    if not loads:
        return Reading(None, reason)
    return Reading(max(load.share for load in loads))


def _is_present(view: View) -> Mask:
    """Mark the shifts that are worked."""
    return np.asarray(view.shifts.is_absent == 0)


def _shift_s(view: View, which: Mask) -> int:
    """Return the seconds of some of the shifts."""
    return int(view.shifts.seconds[which].sum())


def _paid_s(view: View, which: Mask) -> float:
    """Return the seconds of some of the shifts, each as dear as an hour in its pool."""
    seconds, premium_ppm = _shift_s(view, which), np.array(list_premiums(view.design))
    if not premium_ppm.any():
        return seconds
    by_pool = np.bincount(view.shifts.pool[which], view.shifts.seconds[which], len(premium_ppm))
    return float(seconds + (by_pool[: len(premium_ppm)] * premium_ppm).sum() / MILLION)


def _rostered_s(view: View) -> float:
    """Return the seconds that one member of staff is rostered in the days of the view."""
    staff, calendar = view.scenario.staff, view.calendar
    from_day, to_day = open_days(view)
    shift_s = fsum(shift.share.value * shift.hours.value for shift in staff.shifts) * HOUR_S
    return (to_day - from_day) * staff.days_on_per_week.value / calendar.days_per_week * shift_s
