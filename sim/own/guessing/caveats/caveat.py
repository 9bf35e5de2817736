"""Something that a file cannot say, or that has to be known of it."""

from typing import NamedTuple

import numpy as np

from sim.message import Message
from sim.own.times import find_local


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
    """Return which day it was in a zone at a time (microseconds since 1970), as 2024-03-05."""
    local = find_local(np.array([time_us], np.int64), zone)
    return str(local.astype("datetime64[us]").astype("datetime64[D]")[0])


def percent_of(share: float) -> float:
    """Return a share in percent: with a decimal where it is small, and never 100 if it is less."""
    percent = 100 * share
    if 0 < percent < 10 or 99 < percent < 100:
        return round(min(max(percent, 0.1), 99.9), 1)
    return round(percent)
