"""A step of a journey, and when it was."""

from typing import NamedTuple

from sim.calendar import WEEK_DAYS
from sim.eventlog import NONE
from sim.journey import words
from sim.units import DAY_S, HOUR_S, MINUTE_S


class Step(NamedTuple):
    """One thing that happened to a citizen.

    Attributes
    ----------
    day
        Days since the day of the first contact, which is day 0.
    when
        Day and time in words.
    what
        What happened, in a sentence.
    staff
        Who did it: number of a member of staff; `None` where nobody in particular did.
    attempt
        Which attempt at the need, from 1; `None` where it is about a whole week.
    """

    day: int
    when: str
    what: str
    staff: int | None
    attempt: int | None


def build_step(calendar_s: int, arrival_s: int, what: str, staff: int, attempt: int) -> Step:
    """Build a step from two calendar times and what the log holds."""
    day, second = divmod(calendar_s, DAY_S)
    since = day - arrival_s // DAY_S
    when = words.WHEN.format(
        day=since,
        weekday=words.WEEKDAYS[day % WEEK_DAYS],
        hour=second // HOUR_S,
        minute=second % HOUR_S // MINUTE_S,
    )
    return Step(since, when, what, staff if staff != NONE else None, attempt)
