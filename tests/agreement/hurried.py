"""A service in which effort near due dates can be told from who is absent.

What effort saves is borne as pressure that lasts, and shows where it decides a draw of absence.
Random services rarely show it: here most cases are nearly due, and absence answers to a little.
"""

from sim.scenario.changes import make_changes
from tests.agreement.scenarios import Play
from tests.builders import build_raw

REFORM_DAY = 20
CHANGES = (
    "demand.arrivals_per_day=30",
    "staff.absence=0.1",
    "one.targets.hold_days=0",
    "one.targets.days=10",
    "one.targets.effort=0.7",
    "one.targets.near_days=8",
    "one.functions.pools.0.pick_up_days=3",
    "one.functions.pools.1.pick_up_days=3",
    "two.functions.pools.0.pick_up_days=1",
    "two.targets.effort=0.4",
    "two.targets.near_days=30",
    "loops.pressure_days=0.1",
    "loops.alpha=0.1",
    "loops.floor=0.5",
    "loops.speed_limit=0.3",
    "loops.absence_weeks=0.6",
    "loops.absence_gain=1",
)


PLENTY, FEW = 24, 12
"""Staff who have time to make an effort, or who are pressed besides."""


def hurried(seed: int, staff: int) -> Play:
    """Play it for some weeks, with a reform on the way."""
    changes = (*CHANGES, f"staff.total={staff}")
    raw = build_raw()
    raw["designs"] = {"one": raw["designs"]["functionalised"], "two": raw["designs"]["absorbing"]}
    return Play(make_changes(raw, changes), 42, seed, REFORM_DAY)
