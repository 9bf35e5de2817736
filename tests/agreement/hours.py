"""Opening hours, staff and pressure of random services."""

from math import ceil
from typing import NamedTuple

from tests.agreement.numbers import CHANCE, SELDOM
from tests.agreement.tape import Tape, Values
from tests.builders import STAFF, Raw, q

TOTALS = (1, 2, 3, 4, 6, 8, 12)
OPEN_HOURS = (8.0, 24.0, 8.0, 10.0, 3.0)
SHORT_HOURS = (72 / 3_600, 0.5)
SHORT_HOURS_OF_VISITS = (1.0, 1.5)
"""In the last hour of a day no visit is due, so there has to be one."""
SHIFTS = (
    ((0.0, 1.0, 1.0),),
    ((0.0, 0.6, 0.5), (0.4, 0.6, 0.5)),
    ((0.0, 0.5, 0.3), (0.5, 0.5, 0.7)),
    ((0.1, 0.3, 0.5), (0.6, 0.3, 0.5)),
    ((0.0, 1.0, 0.9), (0.2, 0.1, 0.1)),
)
"""Start, length and share: one shift; overlapping, joining, with nobody between, and one within."""

MEMORIES = (None, 1.0, 0.0, 5.0)
"""Days until staff no longer know a citizen."""
WEEKS = (0.0, 0.3, 0.6, 1.0)
LOOPS: dict[str, Values] = {
    "pressure_days": (1.0, 0.1, 0.01, 0.1),
    "alpha": (0.0, 2.0, 0.6),
    "floor": (1.0, 0.2, 0.6),
    "speed_limit": (0.0, 0.5, 0.1, 1.0),
    "erosion_weeks": WEEKS,
    "recovery_weeks": WEEKS,
    "absence_weeks": (0.5, 0.2, 1.0, 0.01),
    "absence_gain": (0.0, 0.5, 3.0, 100.0),
    "dip_days": (1.0, 7.0, 3.0),
    "dip_slowdown": CHANCE,
}
PRESSED: dict[str, Values] = {
    **LOOPS,
    "pressure_days": (0.01, 0.1),
    "alpha": (2.0, 5.0),
    "floor": (0.2, 0.05),
    "speed_limit": (0.0,),
    "erosion_weeks": WEEKS[1:],
    "recovery_weeks": WEEKS[1:],
}
"""Standards that erode far and recover: only then does a millionth of them ever tell."""
BOTH_LOOPS = (LOOPS, PRESSED)


class Hours(NamedTuple):
    """When a service is open: days of the week and hours of the day."""

    days_per_week: int
    per_day: float


def hours(tape: Tape, has_visits: bool) -> Hours:
    """Opening hours, down to seconds a day."""
    short = SHORT_HOURS_OF_VISITS if has_visits else SHORT_HOURS
    return Hours(tape.pick((7, 5, 1)), tape.pick((*OPEN_HOURS, *short)))


def calendar(tape: Tape, open_on: Hours, open_days: int) -> Raw:
    """The table of opening hours, and when people call in them.

    Of so many open days 1 January is one, so it is no holiday where it is the only one.
    """
    weights = [tape.pick((1.0, 0.0, 3.0)) for _ in range(ceil(open_on.per_day))]
    weights[-1] += not any(weights)
    by_hour = {"calls_by_hour": [q(weight) for weight in weights]}
    return {
        **tape.pick(({}, by_hour)),
        "days_per_week": q(open_on.days_per_week),
        "opens_hour": q(tape.pick((0.0 if open_on.per_day > 16 else 8.0, 6.0, 22.5))),
        "hours_per_day": q(open_on.per_day),
        "holidays": tape.pick(("none", "sweden", "denmark")) if open_days > 1 else "none",
    }


def staff(tape: Tape, open_on: Hours, total: int) -> Raw:
    """The staff table."""
    shifts = [
        {"starts_hours": q(starts * open_on.per_day), "hours": q(length * open_on.per_day)}
        | {"share": q(share)}
        for starts, length, share in tape.pick(SHIFTS)
    ]
    days_on = tape.pick(range(open_on.days_per_week, 0, -1))
    numbers = {
        "share_of_time": (1.0, 1.0, 0.5, 0.3),
        "turnover_per_year": (0.0, 60.0, 5.0, 100.0),
        "total": (total, 1, 40),
        "days_on_per_week": (days_on,),
        "temps": (0, 1, 2, 4),
    }
    memory = tape.pick(MEMORIES)
    drawn = tape.table({**numbers, "absence": SELDOM})
    remembered = {} if memory is None else {"memory_days": q(memory)}
    return {**STAFF, **drawn, **remembered, "shifts": shifts}


def shock(tape: Tape) -> Raw:
    """Days on which demand, staff or content is not what it usually is."""
    what = tape.pick(("staff", "demand", "content"))
    about = {} if what == "staff" else tape.pick(({}, {"demand_type": "d0"}))
    factors = (0.5, 0.0, 1.0) if what == "staff" else (0.5, 0.0, 2.0)
    numbers = {"from_day": (1, 0, 3), "days": (1, 2, 30), "factor": factors}
    return {"what": what, **about, **tape.table(numbers)}
