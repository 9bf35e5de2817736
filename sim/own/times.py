"""Times as a file writes them, as microseconds since 1970."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import DAY_US, SECOND_US, UNKNOWN_US

if TYPE_CHECKING:
    import pandas as pd

EXCEL, EPOCH_S, EPOCH_MS = "excel-days", "epoch-seconds", "epoch-milliseconds"
"""Ways to write a time as a number: days since 1900, seconds or milliseconds since 1970."""
NUMBERED = {EXCEL: DAY_US, EPOCH_S: SECOND_US, EPOCH_MS: SECOND_US // 1_000}
"""How many microseconds a whole one is."""
EXCEL_DAY_0 = 25_569
"""The day of 1970-01-01, as Excel counts."""
EARLIEST, TOO_LATE = (np.datetime64(day, "us").astype(np.int64) for day in ("1970-01-02", "2100"))
"""Before and from when a time is none: a date that stands for "never", as the first day of 1970 is,
from which systems count."""
LENGTH_OF_DATE, ZONE_SIGNS = 10, ("+", "-", "Z", "z")
"""Of an ISO 8601 time: characters of its date, and what stands behind only where it states its
zone."""


def read_times(cells: "pd.Series[str]", time_format: str | None, tz: str) -> NDArray[np.int64]:
    """Return times as microseconds since 1970 in UTC.

    Parameters
    ----------
    cells
        What the file has.
    time_format
        How they are written, as `strptime` has it, or one of `NUMBERED`; `None`: ISO 8601.
    tz
        The time zone of those that state none.

    Returns
    -------
    Shape (cells,); `UNKNOWN_US` where there is no time, or one that stands for "never". An hour
    that comes twice in autumn is the first one; one that spring leaves out is the next there is.
    """
    import pandas as pd

    if time_format in NUMBERED:
        local = _read_numbers(cells, time_format)
        return local if time_format != EXCEL else _place(pd.Series(local), tz)
    times = _parse(cells, time_format)
    known = times.notna().to_numpy()
    found = np.full(len(cells), UNKNOWN_US, np.int64)
    utc = times[known].dt.tz_convert(None).dt.as_unit("us")
    found[known] = utc.to_numpy("datetime64[us]").astype(np.int64)
    found = _drop_implausible(found)  # as it is written: of any zone
    naive = (found != UNKNOWN_US) & ~_state_zone(cells, time_format)
    if naive.any():
        found[naive] = _place(pd.Series(found[naive]), tz)
    return found


def _parse(cells: "pd.Series[str]", time_format: str | None) -> "pd.Series[pd.Timestamp]":
    """Return times; those that state no zone as if they were in UTC."""
    import pandas as pd

    asked = "ISO8601" if time_format is None else time_format
    text = cells.str.strip()
    if time_format is None:
        text = text.str.replace(",", ".", regex=False)  # ISO 8601 allows both before fractions
    return pd.to_datetime(text, format=asked, utc=True, errors="coerce")


def _state_zone(cells: "pd.Series[str]", time_format: str | None) -> NDArray[np.bool_]:
    """Tell of each cell whether it states its zone."""
    if time_format is not None:
        return np.full(len(cells), "%z" in time_format)
    after_date = cells.str.strip().str.slice(LENGTH_OF_DATE)
    found = np.zeros(len(cells), bool)
    for sign in ZONE_SIGNS:
        found |= after_date.str.contains(sign, regex=False).to_numpy(dtype=bool)
    return found


def _place(local: "pd.Series[int]", tz: str) -> NDArray[np.int64]:
    """Return the times at which clocks of a zone showed what is told."""
    import pandas as pd

    known = (local != UNKNOWN_US).to_numpy()
    found = np.array(local, np.int64)
    if tz == "UTC":
        return found
    clock = pd.DatetimeIndex(found[known].astype("datetime64[us]"))
    first = np.ones(len(clock), bool)
    placed = clock.tz_localize(ZoneInfo(tz), ambiguous=first, nonexistent="shift_forward")
    found[known] = np.asarray(placed.tz_convert(None).as_unit("us").asi8)
    return found


def _read_numbers(cells: "pd.Series[str]", time_format: str) -> NDArray[np.int64]:
    import pandas as pd

    text = cells.str.strip().str.replace(",", ".", regex=False)
    numbers = pd.to_numeric(text, errors="coerce").to_numpy(np.float64, copy=True)
    if time_format == EXCEL:
        numbers -= EXCEL_DAY_0
    numbers *= NUMBERED[time_format]
    numbers[~(np.abs(numbers) < 2**62)] = np.nan
    # days of Excel are floating-point numbers, whose last digits are no time
    grain = SECOND_US // 1_000
    found = np.full(len(numbers), UNKNOWN_US, np.int64)
    known = ~np.isnan(numbers)
    found[known] = np.round(numbers[known] / grain).astype(np.int64) * grain
    return _drop_implausible(found)


def _drop_implausible(times_us: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.where((times_us < EARLIEST) | (times_us >= TOO_LATE), UNKNOWN_US, times_us)


def find_local(times_us: NDArray[np.int64], tz: str) -> NDArray[np.int64]:
    """Return what clocks of a zone showed at some times, as microseconds since 1970."""
    import pandas as pd

    there = pd.DatetimeIndex(times_us.astype("datetime64[us]"), tz="UTC").tz_convert(ZoneInfo(tz))
    return np.asarray(there.tz_localize(None).as_unit("us").asi8, np.int64)
