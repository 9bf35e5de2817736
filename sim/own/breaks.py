"""Breaks: when a service became another one, so that what was before says less of what comes.

Four series of weeks are looked at: arrivals; and of the cases that begin in a week, their faces,
changes of hands, and days of waiting. A series is cut where the ranks before and after differ most
(Pettitt 1979, *Applied Statistics* 28, 126-135), each part again (binary segmentation: Scott &
Knott 1974, *Biometrics* 30, 507-512), as long as a cut that large comes about by chance in at most
1 in 400 shuffles. Shuffled are weeks several in a row, as neighbours are alike. So of a hundred
logs in which nothing changes, at most one is said to have a break in any of its four series. A slow
change, or a season, is no chance either: it is told as breaks.
"""

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from sim.own.caselog import DAY_US, CaseLog
from sim.own.estimates.counting import count_by_case
from sim.own.estimates.seen import EPOCH, Seen, see
from sim.own.local_time import WEEK_DAYS, week_of
from sim.own.resampling import SEED
from sim.own.steps import find_first_steps
from sim.own.survival import find_quantile, find_survival

Real = NDArray[np.float64]
ERROR_RATE = 0.01
"""Of logs in which nothing changes, so many are said to have a break."""
SHUFFLES = 3_999
LEAST_WEEKS = 4
"""Weeks on each side of a break."""
NAMES = ("arrivals", "faces", "hand_overs", "wait_days")
FOLLOWED = 0.9
"""Cases are looked at if so many of those as old are done."""


class Break(NamedTuple):
    """A week with which a service changes.

    Attributes
    ----------
    name
        What changes: one of `NAMES`.
    day
        The Monday of the first week that is different.
    before, after
        Mean of a week before it and from then on, each as far as the next break of this series.
    """

    name: str
    day: date
    before: float
    after: float


def find_breaks(log: CaseLog) -> tuple[Break, ...]:
    """Find when a service changes, in order; a series that the log does not tell has none.

    Weeks at both ends that the log does not tell whole are left out, and of what happens to cases
    the last weeks as well, in which many are open still.
    """
    if not log.cases:
        return ()
    seen = see(log, None, None)
    found = [
        change
        for name, (weeks, values) in _build_series(seen).items()
        for change in _find_breaks_of(name, weeks, values)
    ]
    return tuple(sorted(found, key=lambda change: change.day))


def _build_series(seen: Seen) -> dict[str, tuple[NDArray[np.int64], Real]]:
    """Build a series of each kind: numbers of weeks, and what was in them."""
    week = week_of(seen.day[find_first_steps(seen.log)])
    from_week, to_week = week_of(np.array([seen.first_day + 6, seen.last_day + 1]))
    whole = np.arange(int(from_week), int(to_week), dtype=np.int64)
    if not len(whole):
        return {}
    arrivals = _sum(week, whole, np.ones(len(week)))
    series = {"arrivals": (whole, arrivals)}
    counts = count_by_case(seen)
    waits_us = np.bincount(seen.log.case, seen.attributed.wait_us, minlength=seen.log.cases)
    parts = {"wait_days": waits_us / DAY_US}
    if seen.why_no_persons() is None:
        parts |= {name: counts[name] for name in ("faces", "hand_overs")}
    is_told = (arrivals > 0) & (whole < _find_last_week(seen))
    for name, part in parts.items():
        series[name] = (whole[is_told], _sum(week, whole, part)[is_told] / arrivals[is_told])
    return series


def _sum(week: NDArray[np.int64], whole: NDArray[np.int64], amounts: Real) -> Real:
    is_in = (week >= whole[0]) & (week <= whole[-1])
    sums = np.bincount(week[is_in] - whole[0], amounts[is_in], minlength=len(whole))
    return sums.astype(np.float64)


def _find_last_week(seen: Seen) -> int:
    """Find the week from which on too many of the cases that begin are open still."""
    followed = seen.followed
    known = followed.is_followed
    days = find_quantile(find_survival(followed.days[known], followed.is_finished[known]), FOLLOWED)
    until = followed.until_us / DAY_US - (0 if np.isnan(days.value) else days.value)
    return int(week_of(np.array(int(until))))


def _find_breaks_of(name: str, weeks: NDArray[np.int64], values: Real) -> list[Break]:
    cuts = [0, *sorted(_cut(values, 0)), len(values)]
    return [
        Break(
            name,
            EPOCH + timedelta(days=int(weeks[at]) * WEEK_DAYS - 3),
            float(values[before:at].mean()),
            float(values[at:after].mean()),
        )
        for before, at, after in zip(cuts, cuts[1:], cuts[2:], strict=False)
    ]


def _cut(values: Real, offset: int) -> list[int]:
    """Find where a series is cut: numbers of its weeks."""
    if len(values) < 3 * LEAST_WEEKS:
        return []
    ranks = rankdata(values)
    sizes = _measure_cuts(ranks[None] - ranks.mean())[0]
    chance = _measure_cuts(ranks[_shuffle(len(ranks))] - ranks.mean()).max(axis=1)
    as_large = int((chance >= sizes.max() - 1e-9).sum())
    if (1 + as_large) / (1 + SHUFFLES) > ERROR_RATE / len(NAMES):
        return []
    at = LEAST_WEEKS + int(np.argmax(sizes))
    return [*_cut(values[:at], offset), offset + at, *_cut(values[at:], offset + at)]


def _measure_cuts(ranks: Real) -> Real:
    """Measure how far ranks before and after each cut differ. Shape (series, cuts)."""
    weeks = ranks.shape[1]
    at = np.arange(LEAST_WEEKS, weeks - LEAST_WEEKS + 1)
    sums = np.cumsum(ranks, axis=1)[:, at - 1]
    return np.asarray(np.abs(sums) / np.sqrt(at * (weeks - at) / weeks))


def _shuffle(weeks: int) -> NDArray[np.int64]:
    """Shuffle weeks, as many in a row as the cube root of their number. Shape (shuffles, weeks)."""
    luck = np.random.default_rng(SEED)
    length = max(1, round(weeks ** (1 / 3)))
    rows = luck.permuted(np.tile(np.arange(-(-weeks // length)), (SHUFFLES, 1)), axis=1)
    places = (rows[:, :, None] * length + np.arange(length)).reshape(SHUFFLES, -1)
    return np.asarray(places[places < weeks].reshape(SHUFFLES, weeks), np.int64)
