"""Something that a file cannot say, or that has to be known of it."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sim.message import Message
from sim.own.caselog import SECOND_US


class Caveat(NamedTuple):
    """Something that a file cannot say, or that has to be known of it.

    Attributes
    ----------
    kind
        A short name, the same in every language: "dates_only", for example.
    text
        What was found, with figures, and what follows.
    """

    kind: str
    text: Message


def write_day(time_us: int, zone: str) -> str:
    """Return the day of a time (microseconds since 1970) at a place, such as 2024-03-05."""
    return datetime.fromtimestamp(int(time_us) // SECOND_US, ZoneInfo(zone)).date().isoformat()


def percent_of(share: float) -> float:
    """Return a share in percent: with a decimal where it is small, and never 100 if it is less."""
    percent = 100 * share
    if 0 < percent < 10 or 99 < percent < 100:
        return round(min(max(percent, 0.1), 99.9), 1)
    return round(percent)
