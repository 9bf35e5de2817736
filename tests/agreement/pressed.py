"""A service in which a millionth of the standard that people hold can be told from the log.

How erosion and recovery are rounded moves the standard by a millionth a day. Random services rarely
show it: it takes standards below a half that recover, and content so large that a millionth of it
is near a second. Here content takes no time, so that there may be much of it.
"""

from sim.scenario.changes import make_changes
from tests.agreement.scenarios import NEVER, Play
from tests.builders import build_raw

CHANGES = (
    "demand.arrivals_per_day=60",
    "demand.dispersion=20",
    "demand.content_minutes=1440",
    "demand.content_cv=2",
    "demand.variety=0",
    "one.functions.specialisation_gain=1",
    "one.budget.cap_minutes=none",
    "one.inspection.reporting_minutes=20",
    "one.targets.hold_days=0",
    "staff.absence=0.3",
    "staff.turnover_per_year=20",
    "one.functions.training_weeks=1",
    "loops.pressure_days=0.05",
    "loops.alpha=2",
    "loops.floor=0.05",
    "loops.erosion_weeks=0.6",
    "loops.recovery_weeks=1",
)


def pressed(seed: int) -> Play:
    """Play it for some weeks."""
    raw = build_raw()
    raw["designs"] = {"one": raw["designs"]["functionalised"], "two": raw["designs"]["absorbing"]}
    return Play(make_changes(raw, CHANGES), 60, seed, NEVER)
