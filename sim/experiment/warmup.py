"""When a run has warmed up: MSER-5 on the daily number of open cases, and the turnover of clients.

A run begins with an empty service, and its first citizens have it too easy. MSER cuts off so much
of the beginning that the mean of what remains is most certain (White 1997, "An effective truncation
heuristic for bias reduction in simulation output", *Simulation* 69(6), 323-334); MSER-5 does so on
means of five observations (White, Cobb & Spratt 2000, Winter Simulation Conference).

The clients of a service with visits are there from the start, as many as usual, but as beginners:
nobody knows them, and nothing that was missed has grown. So their number tells nothing. What they
lack comes at the pace at which they are replaced: after `EPISODES` mean episodes one in twenty of
those at the start remains.
"""

from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.calendar import Calendar
from sim.ledger import Ledger
from sim.population import VISITS
from sim.scenario import Scenario
from sim.units import DAY_S

BATCH = 5
EPISODES = 3
"""Mean episodes until the clients with whom a run began no longer matter: exp(-3) is 5 %."""

Series = NDArray[np.float64]


def count_open(ledger: Ledger, days: int) -> Series:
    """Count the needs that are open at the end of each open day, among so many calendar days."""
    day = ledger.openings.calendar_s // DAY_S
    is_within = day < days
    change = np.bincount(day[is_within], weights=ledger.openings.change[is_within], minlength=days)
    open_days = np.arange(ledger.calendar.open_days(days), dtype=np.int64)
    calendar_days = ledger.calendar.array_calendar_days(open_days)
    return np.asarray(np.cumsum(change)[calendar_days], np.float64)


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


class WarmUp(NamedTuple):
    """When a run has warmed up."""

    day: int
    """The calendar day, at most half of the run's days."""
    is_over: bool
    """Whether it is over by then: it would not be, if it took longer where it might."""


def find_warm_up(series: Series, calendar: Calendar, days: int) -> WarmUp:
    """Return when a run has warmed up by its open cases.

    The series holds the open cases by open day, over the whole run; the days are calendar days of
    the cohort's arrivals and the warm-up before.
    """
    count = len(series) // BATCH
    means = series[: count * BATCH].reshape(count, BATCH).mean(axis=1)
    most = min(calendar.open_days(days // 2) // BATCH, count - 1)
    cut = mser(means, most)
    return WarmUp(calendar.calendar_day(cut * BATCH), cut < most)


def find_turnover(scenario: Scenario, days: int) -> WarmUp:
    """Return when the clients with whom a run began no longer matter; day 0 without visits."""
    episodes = [d.episode_days.value for d in scenario.demand.values() if d.kind == VISITS]
    wanted, most = ceil(EPISODES * max(episodes, default=0)), days // 2
    return WarmUp(min(wanted, most), wanted <= most)
