"""Which time zone a file is of: as its times state, or as its language suggests."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np

from sim.message import Message
from sim.own.caselog import SECOND_US, UNKNOWN_US
from sim.own.times import read_times

BY_LANGUAGE = {
    "sv": "Europe/Stockholm",
    "da": "Europe/Copenhagen",
    "nl": "Europe/Amsterdam",
    "it": "Europe/Rome",
}
PLACES = (
    "Europe/Stockholm",
    "Europe/London",
    "Europe/Helsinki",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Australia/Sydney",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
)
"""Zones that are tried where times state how far they are from UTC."""
FITS = 0.9
"""Share of the times that a zone must fit."""
UTC = "UTC"
END = re.compile(r"(?:Z|z|[+-]\d{2}:?\d{2}|[+-]\d{2})$")
"""How a time ends that states its zone."""
STATED = re.compile(r"\d:?\d{2}(?:[:.,]\d+)*\s*" + END.pattern)
"""The same, behind a time of day: what ends in ``-05`` may also be a date."""


class Zone(NamedTuple):
    """A time zone, why it was taken, and whether it was only assumed."""

    name: str
    why: Message
    is_assumed: bool


def find_zone(cells: Sequence[str], time_format: str | None, language: str) -> Zone:
    """Find the time zone of a file.

    Parameters
    ----------
    cells
        Some of its times.
    time_format
        How they are written.
    language
        The code of the language of its names; "" if that is not known.
    """
    stated = [cell.strip() for cell in cells if STATED.search(cell.strip())]
    if not stated:
        return _assume(language)
    offsets = np.array([_read_offset(cell) for cell in stated])
    if not offsets.any():
        return _of_utc(language)
    return _find_fitting(stated, offsets, time_format, language)


def _assume(language: str) -> Zone:
    if language in BY_LANGUAGE:
        name = BY_LANGUAGE[language]
        why = Message("assumed: the times state none, and the words are of that country")
    else:
        name, why = UTC, Message("assumed: the times state none; clocks as the file has them")
    return Zone(name, why, is_assumed=True)


def _of_utc(language: str) -> Zone:
    name = BY_LANGUAGE.get(language, UTC)
    why = Message("assumed: all times are stated in UTC, in summer and in winter")
    return Zone(name, why, is_assumed=True)


def _read_offset(cell: str) -> int:
    """Return how many minutes a time says that it is ahead of UTC."""
    found = END.search(cell)
    digits = "" if found is None else re.sub(r"\D", "", found[0])
    if not digits:
        return 0
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    return -minutes if found is not None and found[0].startswith("-") else minutes


def _find_fitting(
    stated: Sequence[str],
    offsets: "np.ndarray[tuple[int], np.dtype[np.int64]]",
    time_format: str | None,
    language: str,
) -> Zone:
    """Return the first zone whose clocks are as far from UTC as the times state, all year."""
    import pandas as pd

    times = read_times(pd.Series(list(stated), dtype=str), time_format, UTC)
    known = times != UNKNOWN_US
    own = BY_LANGUAGE.get(language)
    for name in dict.fromkeys(([own] if own else []) + list(PLACES)):
        zone = pd.DatetimeIndex(times[known].astype("datetime64[us]"), tz=UTC).tz_convert(
            ZoneInfo(name)
        )
        there = (zone.tz_localize(None).as_unit("us").asi8 - times[known]) // (60 * SECOND_US)
        if known.any() and np.mean(there == offsets[known]) >= FITS:
            written = ", ".join(_write(minutes) for minutes in sorted(set(offsets.tolist())))
            why = Message("as the times state: {offsets}", offsets=written)
            return Zone(name, why, is_assumed=False)
    (minutes, *others) = sorted(set(offsets.tolist()))
    if not others and minutes % 60 == 0 and -12 <= minutes // 60 <= 14:
        # the names of these zones count from the other side: Etc/GMT+5 is five hours behind
        why = Message("as the times state: {offsets}", offsets=_write(minutes))
        return Zone(f"Etc/GMT{-minutes // 60:+d}", why, is_assumed=False)
    return Zone(
        UTC,
        Message("assumed: no zone that is known here is as far from UTC as the times state"),
        True,
    )


def _write(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
