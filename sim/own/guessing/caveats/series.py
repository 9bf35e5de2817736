"""Breaks in what a file tells over time: weeks without steps, levels that jump, other persons."""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from sim.message import Message
from sim.own.caselog import DAY_US, UNKNOWN, CaseLog
from sim.own.guessing.caveats.caveat import Caveat, write_day
from sim.own.guessing.caveats.selection import BY_END, find_ends
from sim.own.times import find_local

WEEK_US = 7 * DAY_US
LEAST_GAP_DAYS, TIMES_USUAL = 14, 20
"""Days without a step that are a break, and how many times longer than usual they are."""
LEAST_WEEKS = 8
"""Weeks on each side of a jump."""
FACTOR, SURE = 2.0, 6.0
"""How many times more or less, and how many standard errors, a jump is."""
LEAST_PERSONS, LEAST_STEPS, MOST_SHARED = 4, 5, 0.2
"""Persons before and after, steps of each, and share of them that are seen on both sides."""
NEAR_WEEKS = 26
"""Weeks before and after that are compared."""
ALIKE = 0.25
"""The smaller of these numbers of persons, in parts of the larger: fewer are no other staff."""
TAIL = 0.005
"""Share of the times at each end that is not looked at: a file that thins out tells nothing."""
LEAST_PART = 0.02
"""Share of the steps before and after, from which other persons are other staff."""
MOST_TOLD = 3


def find_breaks_in_series(log: CaseLog, chosen: Collection[str]) -> Iterator[Caveat]:
    """Yield the breaks of a log.

    Parameters
    ----------
    log
        The log.
    chosen
        How its cases were chosen, as `find_selection` tells: where they were, its ends thin out and
        tell nothing; and where it was by their end, nor does the number of those that begin.
    """
    yield from _find_gaps(take_full(log) if chosen else take_middle(log.end_us), log.zone)
    if BY_END not in chosen:
        yield from _find_jump(log)
    yield from _find_others(log)


def take_full(log: CaseLog) -> NDArray[np.int64]:
    """Return the times of steps after the first cases have ended, and before the last begin."""
    begins, ends = find_ends(log)
    low, high = np.quantile(ends, TAIL), np.quantile(begins, 1 - TAIL)
    return np.asarray(log.end_us[(log.end_us >= low) & (log.end_us <= high)])


def take_middle(times_us: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return times without those at both ends of a file."""
    low = np.quantile(times_us, TAIL, method="lower")
    high = np.quantile(times_us, 1 - TAIL, method="higher")
    return np.asarray(times_us[(times_us >= low) & (times_us <= high)])


def _find_gaps(times_us: NDArray[np.int64], zone: str) -> Iterator[Caveat]:
    """Yield that there are weeks without a step."""
    days = np.unique(find_local(times_us, zone) // DAY_US)
    gaps = np.diff(days)
    if not len(gaps):
        return
    least = max(LEAST_GAP_DAYS, TIMES_USUAL * float(np.mean(gaps)))
    at = np.flatnonzero(gaps >= least)
    if len(at):
        longest = at[np.argsort(-gaps[at], kind="stable")][:MOST_TOLD]
        told = ", ".join(
            " – ".join(write_day(day * DAY_US, "UTC") for day in days[one : one + 2].tolist())
            for one in sorted(longest.tolist())
        )
        text = Message.counted(
            "once no step at all for {least} days or more: {told}. Waits across it are no waits",
            "{n} times no step at all for {least} days or more: {told}. Waits across them are no "
            "waits",
            n=len(at),
            least=int(gaps[at].min()),
            told=told,
        )
        yield Caveat("gap", text)


def _find_jump(log: CaseLog) -> Iterator[Caveat]:
    """Yield the week at which most more or fewer cases begin than before."""
    begins = take_middle(find_ends(log)[0])
    week = (begins - begins.min()) // WEEK_US
    counts = np.bincount(week)[:-1].astype(float)  # the last week may be cut
    split, size = find_split(counts)
    if split:
        before, after = float(counts[:split].mean()), float(counts[split:].mean())
        if max(before, after) >= FACTOR * min(before, after) and size >= SURE:
            text = Message(
                "the number of new cases jumps about {day}: {before} a week before, {after} after. "
                "A mean of both is the level of neither",
                day=write_day(begins.min() + split * WEEK_US, log.zone),
                before=round(before, 1),
                after=round(after, 1),
            )
            yield Caveat("jump", text)


def find_split(counts: NDArray[np.float64]) -> tuple[int, float]:
    """Return where the mean of some counts changes most, and by how many standard errors.

    Parameters
    ----------
    counts
        Of each week.

    Returns
    -------
    The first week of the second part; 0 where there are too few weeks.
    """
    best = (0, 0.0)
    for split in range(LEAST_WEEKS, len(counts) - LEAST_WEEKS + 1):
        before, after = counts[:split], counts[split:]
        error = np.sqrt(before.var() / len(before) + after.var() / len(after)) + 1e-9
        size = float(abs(before.mean() - after.mean()) / error)
        if size > best[1]:
            best = (split, size)
    return best


def _find_others(log: CaseLog) -> Iterator[Caveat]:
    """Yield the week at which other persons do the work than before."""
    named = (log.person != UNKNOWN) & ~_of_machines(log)
    order = np.argsort(log.end_us[named], kind="stable")
    person = log.person[named][order]
    week = find_local(log.end_us[named][order], log.zone) // WEEK_US
    if not len(week):
        return
    weeks = range(int(week[0]) + LEAST_WEEKS, int(week[-1]) - LEAST_WEEKS + 1)
    share, at, before, after = min(
        (_compare_staff(person, week, one) for one in weeks), default=(1.0, 0, 0, 0)
    )
    if share <= MOST_SHARED:
        text = Message(
            "about {day} others do the work: {before} persons before, {after} after, {percent} % "
            "the same. Names may have been made anew there, or the service",
            day=write_day(at * WEEK_US, "UTC"),
            before=before,
            after=after,
            percent=round(100 * share),
        )
        yield Caveat("others", text)


def _compare_staff(
    person: NDArray[np.int32], week: NDArray[np.int64], split: int
) -> tuple[float, int, int, int]:
    """Return the share of persons that are seen both before a week and after it, and how many."""
    low, middle, high = np.searchsorted(week, (split - NEAR_WEEKS, split, split + NEAR_WEEKS))
    before, after = _list_active(person[low:middle]), _list_active(person[middle:high])
    fewest, most = sorted((len(before), len(after)))
    part = min(middle - low, high - middle) / len(person)
    if fewest < max(LEAST_PERSONS, ALIKE * most) or part < LEAST_PART:
        return 1.0, split, 0, 0
    shared = len(np.intersect1d(before, after)) / len(np.union1d(before, after))
    return shared, split, len(before), len(after)


def _of_machines(log: CaseLog) -> NDArray[np.bool_]:
    if not len(log.is_machine):
        return np.zeros(len(log.person), bool)
    return np.asarray(log.is_machine[np.maximum(log.person, 0)] & (log.person != UNKNOWN))


def _list_active(persons: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.flatnonzero(np.bincount(persons) >= LEAST_STEPS) if len(persons) else np.zeros(0, int)
