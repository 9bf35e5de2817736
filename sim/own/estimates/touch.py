"""Minutes of work on a case, of which only open hours count.

Where a log tells starts, work lasts from the start of a step to its end; what a person has begun
and left lying meanwhile counts as well. Where it tells only when steps were completed, there are
bounds: it may have taken no time, and at most that since the same person's completion before, of
whichever case, on that day.
"""

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import DAY_US, UNKNOWN, UNKNOWN_US
from sim.own.estimate import Estimate
from sim.own.estimates.hours import DATES_ONLY
from sim.own.estimates.seen import Seen, say_nothing
from sim.own.estimates.weights import find_influence, weigh_cases
from sim.own.local_time import find_local_us
from sim.own.opening import count_open_us
from sim.own.resampling import find_ends_of_mean, find_errors

Times = NDArray[np.int64]
NAME = "touch_minutes_per_case"
LEAST_CASES = 20
"""Finished cases below which nothing is said."""
MINUTE_US = 60_000_000
BOUNDS = Message(
    "the file does not tell when steps begin: bounds, from no time at all to all since the same "
    "person's step before on that day"
)


def find_touch_time(seen: Seen) -> Estimate:
    """Estimate the minutes of work on a case, in open hours; bounds where starts are not told."""
    weights = weigh_cases(seen.followed, seen.is_chosen)
    finished = int((weights > 0).sum())
    if seen.has_dates_only:
        return say_nothing(NAME, finished, DATES_ONLY)
    if finished < LEAST_CASES:
        why = Message("{n} cases are finished, fewer than {least}", n=finished, least=LEAST_CASES)
        return say_nothing(NAME, finished, why)
    is_told = seen.log.start_us != UNKNOWN_US
    is_bounded = bool((seen.is_staff & ~is_told).any())
    if is_bounded and (why_not := seen.why_no_persons()) is not None:
        return say_nothing(NAME, finished, why_not)
    longest_us = _find_longest_us(seen, is_told)
    parts = [
        np.bincount(seen.log.case, us / MINUTE_US, minlength=seen.log.cases)
        for us in (np.where(is_told, longest_us, 0), longest_us)
    ]
    table = np.column_stack(parts)
    bounds = weights @ table / weights.sum()
    rest = (table - bounds) / weights.sum()
    errors = find_errors(find_influence(seen.followed, seen.is_chosen, rest))
    relative = np.divide(errors, bounds, out=np.zeros(2), where=bounds > 0).tolist()
    low = float(bounds[0]) and find_ends_of_mean(float(bounds[0]), relative[0], finished)[0]
    high = float(bounds[1]) and find_ends_of_mean(float(bounds[1]), relative[1], finished)[1]
    why_bounds = BOUNDS if is_bounded else None
    return Estimate(NAME, float(bounds.mean()), low, high, finished, why_bounds)


def _find_longest_us(seen: Seen, is_told: NDArray[np.bool_]) -> Times:
    """Find how long the staff may have worked on each step, in open hours; 0 for others."""
    start_us = np.where(is_told, seen.log.start_us, 0)
    begins_us = np.where(is_told, find_local_us(start_us, seen.log.zone), _find_earliest(seen))
    ends = count_open_us(seen.opening, seen.local_us)
    open_us = ends - count_open_us(seen.opening, begins_us)
    return np.where(seen.is_staff, np.maximum(open_us, 0), 0)


def _find_earliest(seen: Seen) -> Times:
    """Find since when each step may have been worked on: its person's last one, or the opening."""
    opens_us = seen.opening.opens_us
    day_us = (seen.local_us - opens_us) // DAY_US * DAY_US + opens_us
    order = np.lexsort((seen.local_us, seen.log.person))
    person, ends_us = seen.log.person[order], seen.local_us[order]
    is_same = (person[1:] == person[:-1]) & (person[1:] != UNKNOWN)
    before_us = np.append(
        np.iinfo(np.int64).min, np.where(is_same, ends_us[:-1], np.iinfo(np.int64).min)
    )
    earliest = np.empty_like(day_us)
    earliest[order] = np.maximum(before_us[: len(order)], day_us[order])
    return earliest
