"""What the clock of a file cannot say: days without hours, midnights, hours of another zone."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import DAY_US, SECOND_US, CaseLog
from sim.own.guessing.caveats.caveat import Caveat, percent_of
from sim.own.local_time import ALMOST_ALL, find_commonest
from sim.own.times import find_local

HOUR_US = 3_600 * SECOND_US
MANY = 0.03
"""Share of times at one time of day from which it is odd."""
OFFICE_HOURS = 10
"""Hours of a day in which most of the work is done."""
EARLIEST, LATEST = 5, 12
"""Between which hours such a stretch begins where clocks are right."""
LEAST_SHARE, LEAST_STEPS = 0.75, 200
"""Share of the steps within it, and steps in all, from which that tells anything."""


def find_of_clock(log: CaseLog) -> Iterator[Caveat]:
    """Yield what is odd about the times of day of steps."""
    of_day = find_local(log.end_us, log.zone) % DAY_US
    top, share = find_commonest(of_day)
    top_utc, share_utc = find_commonest(log.end_us % DAY_US)
    midnights = float((of_day == 0).mean())
    if max(share, share_utc) >= ALMOST_ALL:
        yield _tell_dates(*((share, top) if share >= share_utc else (share_utc, top_utc)))
        return
    if midnights >= MANY:
        text = Message(
            "{percent} % of the times are at 00:00:00 exactly: they are dates put as times, and "
            "say nothing of hours",
            percent=percent_of(midnights),
        )
        yield Caveat("midnights", text)
    elif share >= MANY and share * len(of_day) > LEAST_STEPS:
        text = Message(
            "{percent} % of the times are at {clock} exactly: something runs then, or dates have "
            "become times",
            percent=percent_of(share),
            clock=_write_clock(top),
        )
        yield Caveat("one_time", text)
    yield from _find_shift(of_day[of_day != 0], log.zone)


def _tell_dates(share: float, top: int) -> Caveat:
    """Say that there are only dates; at another time than midnight they were moved by a zone."""
    if top == 0:
        text = Message(
            "only dates: {percent} % of the times have no time of day. Waits of less than a day, "
            "the order of steps within a day, and opening hours cannot be told",
            percent=percent_of(share),
        )
    else:
        text = Message(
            "only dates: {percent} % of the times are at {clock} exactly, as dates are that were "
            "moved by a time zone. Hours cannot be told, and days may be a day off",
            percent=percent_of(share),
            clock=_write_clock(top),
        )
    return Caveat("dates_only", text)


def _write_clock(of_day: int) -> str:
    seconds = of_day // SECOND_US
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _find_shift(of_day: NDArray[np.int64], zone: str) -> Iterator[Caveat]:
    """Yield that the working day lies where no office has it."""
    if len(of_day) < LEAST_STEPS:
        return
    hours = np.bincount(of_day // HOUR_US, minlength=24) / len(of_day)
    stretches = np.array([np.roll(hours, -begin)[:OFFICE_HOURS].sum() for begin in range(24)])
    begin = int(np.argmax(stretches))
    if stretches[begin] < LEAST_SHARE or EARLIEST <= begin <= LATEST:
        return
    text = Message(
        "{percent} % of the steps are between {begin}:00 and {end}:00 on clocks of {zone}: the "
        "time zone may be another one",
        percent=percent_of(float(stretches[begin])),
        begin=begin,
        end=(begin + OFFICE_HOURS) % 24,
        zone=zone,
    )
    yield Caveat("hours", text)
