"""What the twin says of some days, from its totals, and whether that can be told."""

from math import inf
from typing import NamedTuple

from sim.dynamics.system.run import Trajectory

MOST_BUSY = 0.93
"""Staff of a pool busier than this are near tipping, where a mean flow is wrong about chance."""
MOST_GROWTH = 0.1
"""Of what is open: where more of it is added from one half of the days to the other, it grows."""


class Figures(NamedTuple):
    """What the twin says.

    Attributes
    ----------
    contacts
        Contacts a citizen, in and out.
    failure_share
        Share of inbound contacts that is not value demand.
    days
        Mean days that a need takes: open cases over those that end.
    worked_days
        Days of work a citizen.
    open_cases
        Cases that are open, at a mean.
    contacts_a_day
        Inbound contacts.
    busiest
        Part of their open hours that the staff of the busiest pool are busy.
    growth
        How much more is open in the second half of the days than in the first, as a part of it.
    """

    contacts: float
    failure_share: float
    days: float
    worked_days: float
    open_cases: float
    contacts_a_day: float
    busiest: float
    growth: float

    @property
    def can_be_told(self) -> bool:
        """Whether it is far enough from tipping for a mean flow to be right."""
        return self.busiest <= MOST_BUSY and self.growth <= MOST_GROWTH


def measure_twin(course: Trajectory, from_day: int, to_day: int) -> Figures:
    """Measure the days from the one up to the other, of a course that keeps each day."""
    first = round(float(course.course("time")[0]))

    def total(name: str, start: int = from_day, end: int = to_day) -> float:
        values = course.course(name)
        return float(values[end - first] - values[start - first])

    came, over = total("total_came"), total("total_met") + total("total_lost")
    inbound = total("total_value") + total("total_own") + total("total_failure")
    middle = (from_day + to_day) // 2
    before = total("citizen_days", end=middle) / (middle - from_day)
    after = total("citizen_days", start=middle) / (to_day - middle)
    return Figures(
        contacts=(inbound + total("total_out")) / came if came > 0 else inf,
        failure_share=1 - total("total_value") / inbound if inbound > 0 else 0.0,
        days=total("citizen_days") / over if over > 0 else inf,
        worked_days=total("total_worked") / came if came > 0 else inf,
        open_cases=total("total_open_cases") / (to_day - from_day),
        contacts_a_day=inbound / (to_day - from_day),
        busiest=max(total(name) / total("total_open") for name in _list_used(course)),
        growth=(after - before) / before if before > 0 else inf,
    )


def _list_used(course: Trajectory) -> list[str]:
    return [name for name in course.names if name.startswith("used_")]
