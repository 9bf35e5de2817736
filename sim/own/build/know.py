"""What a log says of a service, gathered for a scenario to be built of it."""

from datetime import datetime
from math import nan
from zoneinfo import ZoneInfo

import numpy as np

from sim.own.build.found import Known
from sim.own.build.quantities import LOG
from sim.own.caselog import DAY_US, SECOND_US, CaseLog, Role
from sim.own.counts import Counted
from sim.own.estimates import estimate
from sim.own.roster import Rostered
from sim.own.steps import find_first_steps
from sim.own.waits import Ender, measure_waits

COUNTS, ROSTER = "measured-counts", "measured-roster"
OF_ROSTER = ("days_per_week", "opens_hour", "hours_per_day")
"""What a roster says of a service that a log says as well, headcount apart."""


def know(
    log: CaseLog, *, counted: Counted | None = None, rostered: Rostered | None = None
) -> Known:
    """Gather what a log says, and what else there is.

    Parameters
    ----------
    log
        The cases; of a part of them, what that part says.
    counted
        What counts by day and hour say; they stand in place of what the log says of it.
    rostered
        What a roster says, likewise.
    """
    known = _know_log(log)
    if counted is not None:
        known = known.with_others(counted.estimates, COUNTS)
        known = known.citing(COUNTS, f"Own counts, {counted.first} to {counted.last}")
    if rostered is not None:
        planned = rostered.estimates
        whole = {name: one for name, one in planned.items() if name in OF_ROSTER}
        known = known.with_others(whole | {"persons": planned["full_days"]}, ROSTER)
        known = known.citing(ROSTER, f"Own roster of {planned['staff'].value:.0f} persons")
    return known


def _know_log(log: CaseLog) -> Known:
    waits = measure_waits(log)
    others = waits.wait_us[waits.ender == Ender.ANOTHER]
    median = float(np.median(others)) / DAY_US if len(others) else nan
    begun = share_begun_by_citizen(log)
    return Known(estimate(log), waits.days_per_case, {LOG: describe(log)}, median, begun)


def share_begun_by_citizen(log: CaseLog) -> float:
    """Return the share of cases whose first step is the citizen's."""
    role = log.role[log.activity[find_first_steps(log)]]
    return float(np.mean(role == Role.CITIZEN)) if len(role) else 0.0


def describe(log: CaseLog) -> str:
    """Say what a log is, in words that find it again and name nobody."""
    first, last = (_write_day(int(us), log.zone) for us in (log.end_us.min(), log.end_us.max()))
    return f"Own event log: {len(log.case)} steps of {log.cases} cases, {first} to {last}"


def _write_day(us: int, zone: str) -> str:
    return datetime.fromtimestamp(us / SECOND_US, ZoneInfo(zone)).date().isoformat()
