"""Staff: how much of their time is paid, worked, needed and missed."""

import numpy as np

from sim.eventlog import Activity
from sim.ledger import Shifts, pick
from sim.metrics.counting import window_months
from sim.metrics.measure import Measure
from sim.metrics.prices import contract_factor, worked_s
from sim.metrics.reading import NO_WORK, Reading, ratio
from sim.metrics.view import View
from sim.units import DAY_S, HOUR_S

NO_STAFF = "nobody was on shift in these days"
NO_DAYS = "the view has no days"


def measure_paid_cost_per_month(view: View) -> Reading:
    """Cost of the staff who are present, worked or not.

    Notes
    -----
    Formula: hours on shift × rate per hour (temps × their price; own staff × the factor of what is
    under contract, see `cost_per_citizen_helped`) / (calendar days of the view / 30).

    Unit: currency per month of 30 calendar days.

    Source: report §4.2; stands beside the end-to-end cost, which counts work at target utilisation.
    """
    staff, shifts = view.scenario.staff, _present(view)
    price = np.where(shifts.is_temp == 1, staff.temp_price.value, contract_factor(view))
    cost = (shifts.seconds * price).sum() / HOUR_S * staff.rate_per_hour.value
    return ratio(cost, window_months(view), NO_DAYS)


def measure_staff_needed(view: View) -> Reading:
    """Full-time staff that the cohort's work takes.

    Notes
    -----
    Formula: busy seconds of the cohort / target utilisation / seconds that one member of staff is
    rostered in the days of the view. Absence is part of the time that cannot be worked.

    Unit: members of staff.

    Source: report §4.2.
    """
    target = view.scenario.staff.target_utilisation.value
    return ratio(worked_s(view) / target, _rostered_s(view), NO_DAYS)


def measure_value_work_share(view: View) -> Reading:
    """Share of busy time in which a need's content is worked for the first time.

    Notes
    -----
    Formula: seconds of VALUE / busy seconds of the cohort.

    Unit: share of busy time.

    Source: report §6.1, §7.
    """
    return ratio(worked_s(view, Activity.VALUE), worked_s(view), NO_WORK)


def measure_utilisation(view: View) -> Reading:
    """Share of the time on shift that staff are busy.

    Notes
    -----
    Formula: busy seconds within the days of the view / seconds on shift. Above 1 where work goes on
    after the shift.

    Unit: share of time on shift.

    Source: queueing theory (offered load over capacity).
    """
    opens_s, closes_s = (view.calendar.service_s(day_s) for day_s in (view.from_s, view.to_s))
    ends_s, starts_s = view.jobs.finished_s, view.jobs.finished_s - view.jobs.busy_s
    busy_s = np.minimum(ends_s, closes_s) - np.maximum(starts_s, opens_s)
    return ratio(np.maximum(busy_s, 0).sum(), _present(view).seconds.sum(), NO_STAFF)


def measure_absence_share(view: View) -> Reading:
    """Share of the rostered time of own staff in which they are absent.

    Notes
    -----
    Formula: seconds of shifts missed / (seconds missed + seconds on shift, without temps).

    Unit: share of rostered time.

    Source: report §9.5 (absence fell in the pilot, evidence §3.2).
    """
    shifts = _within(view)
    own_s = np.where(shifts.is_temp == 1, 0, shifts.seconds)
    return ratio((own_s * shifts.is_absent).sum(), own_s.sum(), NO_STAFF)


def _within(view: View) -> Shifts:
    shifts = view.shifts
    return pick(shifts, (shifts.calendar_s >= view.from_s) & (shifts.calendar_s < view.to_s))


def _present(view: View) -> Shifts:
    shifts = _within(view)
    return pick(shifts, shifts.is_absent == 0)


def _rostered_s(view: View) -> float:
    """Return the seconds that one member of staff is rostered in the days of the view."""
    staff, calendar = view.scenario.staff, view.calendar
    open_days = calendar.open_days(view.to_s // DAY_S) - calendar.open_days(view.from_s // DAY_S)
    shift_s = sum(shift.share.value * shift.hours.value for shift in staff.shifts) * HOUR_S
    return open_days * staff.days_on_per_week.value / calendar.days_per_week * shift_s


FAMILY = (
    Measure(
        "paid_cost_per_month",
        "{currency} per month",
        "Paid cost",
        "lower",
        measure_paid_cost_per_month,
        per_type=False,
    ),
    Measure("staff_needed", "staff", "Staff needed", "lower", measure_staff_needed),
    Measure("value_work_share", "share", "Time on value work", "higher", measure_value_work_share),
    Measure("utilisation", "share", "Utilisation", "neither", measure_utilisation, per_type=False),
    Measure("absence_share", "share", "Absence", "lower", measure_absence_share, per_type=False),
)
