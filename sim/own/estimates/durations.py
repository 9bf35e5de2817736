"""How long cases last, by Kaplan and Meier: some are still open.

Greenwood's variance takes cases to be independent. Those of the same weeks are alike in how long
they wait, so that it is multiplied by how much more stretches of cases differ than they then would
(`sim.own.resampling.find_errors`).
"""

from math import isnan

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.estimate import Estimate
from sim.own.estimates.seen import Seen, say_nothing
from sim.own.estimates.weights import find_influence
from sim.own.resampling import find_design_effects
from sim.own.survival import Survival, find_mean, find_quantile, find_survival

NAMES = ("days_mean", "days_p50", "days_p90")
SHARES = (0.5, 0.9)
"""Of cases, within which days they are done."""
LEAST_CASES = 20
"""Cases below which nothing is said."""
STILL_OPEN = Message("too many cases are still open")


def find_durations(seen: Seen) -> list[Estimate]:
    """Estimate the days from the first step to the last: their mean, and two quantiles."""
    days = seen.followed.days[seen.is_chosen]
    is_finished = seen.followed.is_finished[seen.is_chosen]
    finished = int(is_finished.sum())
    if finished < LEAST_CASES:
        why = Message("{n} cases are finished, fewer than {least}", n=finished, least=LEAST_CASES)
        return [say_nothing(name, finished, why) for name in NAMES]
    survival = find_survival(days, is_finished)
    at = [find_quantile(survival, share).value for share in SHARES]
    off = seen.followed.days[:, None] - [find_mean(survival).value, *at]
    off[:, 1:] = (off[:, 1:] > 0) - (1 - np.array(SHARES))
    wider = _widen(survival, seen, off)
    found = [Estimate(NAMES[0], *find_mean(wider[0]), finished, _why_cut(survival))]
    for name, share, band in zip(NAMES[1:], SHARES, wider[1:], strict=True):
        between = find_quantile(band, share)
        is_known = not isnan(between.value)
        found.append(Estimate(name, *between, finished, None if is_known else STILL_OPEN))
    return found


def _widen(survival: Survival, seen: Seen, rest: NDArray[np.float64]) -> list[Survival]:
    """Widen what is left for how alike cases of the same weeks are, in each of some respects."""
    effects = find_design_effects(find_influence(seen.followed, seen.is_chosen, rest))
    return [survival._replace(spread=survival.spread * effect) for effect in effects]


def _why_cut(survival: Survival) -> Message | None:
    """Say that some cases last longer than any was followed, if so."""
    if not survival.is_open:
        return None
    left = 100 * float(survival.left[-1])
    return Message(
        "of cases that were followed for {days} days, {left}% are open still; "
        "what comes later is not counted",
        days=round(survival.longest),
        left=round(left, 1),
    )
