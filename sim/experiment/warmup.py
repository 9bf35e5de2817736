"""When a run has warmed up: MSER-5 on the daily number of open cases.

A run begins with an empty service, and its first citizens have it too easy. MSER cuts off so much
of the beginning that the mean of what remains is most certain (White 1997, "An effective truncation
heuristic for bias reduction in simulation output", *Simulation* 69(6), 323-334); MSER-5 does so on
means of five observations (White, Cobb & Spratt 2000, Winter Simulation Conference).

For services with visits the open cases are the clients. Their number is the usual one from the
start; who knows whom is not, and becomes so at about the pace at which clients come and go.
"""

import numpy as np
from numpy.typing import NDArray

from sim.calendar import WEEK_DAYS, Calendar
from sim.ledger import Ledger
from sim.units import DAY_S

BATCH = 5

Series = NDArray[np.float64]


def count_open(ledger: Ledger, days: int) -> Series:
    """Count the needs that are open at the end of each open day, among so many calendar days."""
    day = ledger.openings.calendar_s // DAY_S
    is_within = day < days
    change = np.bincount(day[is_within], weights=ledger.openings.change[is_within], minlength=days)
    is_open = np.arange(days) % WEEK_DAYS < ledger.calendar.days_per_week
    return np.asarray(np.cumsum(change)[is_open], np.float64)


def mser(observations: Series, most: int) -> int:
    """Return how many observations to cut from the beginning.

    Of the cuts d from 0 to ``most``, the one with the least sum of squared deviations of the
    remaining n - d observations from their mean, over (n - d) squared; of equal ones the shortest.

    Parameters
    ----------
    observations
        The series.
    most
        The longest cut allowed, less than the length of the series.
    """
    scores = []
    for cut in range(most + 1):
        rest = observations[cut:]
        scores.append(float(np.sum((rest - rest.mean()) ** 2)) / len(rest) ** 2)
    return int(np.argmin(scores))


def find_warm_up(series: Series, calendar: Calendar, days: int) -> int:
    """Return the calendar day on which a run has warmed up, at most half of its days.

    The series holds the open cases by open day, over the whole run; the days are calendar days of
    the cohort's arrivals and the warm-up before.
    """
    count = len(series) // BATCH
    means = series[: count * BATCH].reshape(count, BATCH).mean(axis=1)
    most = min(calendar.open_days(days // 2) // BATCH, count - 1)
    return _calendar_day(mser(means, most) * BATCH, calendar)


def _calendar_day(open_day: int, calendar: Calendar) -> int:
    weeks, rest = divmod(open_day, calendar.days_per_week)
    return weeks * WEEK_DAYS + rest
