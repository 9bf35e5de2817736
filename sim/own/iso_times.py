"""Times of a case log, as others have them: in its own zone, and as texts."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sim.own.caselog import SECOND_US, UNKNOWN_US, CaseLog

if TYPE_CHECKING:
    import pandas as pd


def convert_times(log: CaseLog, times_us: NDArray[np.int64]) -> "pd.DatetimeIndex":
    """Return times in the log's zone; unknown ones are missing."""
    import pandas as pd

    # The number that stands for an unknown time is the one by which numpy knows a missing one.
    return pd.DatetimeIndex(times_us.view("datetime64[us]"), tz="UTC").tz_convert(log.zone)


def write_times(log: CaseLog, times_us: NDArray[np.int64]) -> NDArray[np.object_]:
    """Return times as ISO 8601 has them, with their offset; unknown ones are empty.

    All have as many digits as the one that needs most: seconds, or microseconds.
    """
    is_told = times_us != UNKNOWN_US
    told_us = times_us[is_told]
    digits = "microseconds" if (told_us % SECOND_US).any() else "seconds"
    told = convert_times(log, told_us).to_pydatetime()
    texts = np.full(len(times_us), "", object)
    texts[is_told] = [time.isoformat(timespec=digits) for time in told]
    return texts
