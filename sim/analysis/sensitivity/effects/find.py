"""Finding how far each factor swings an outcome, while the others vary as they do in the sweep.

Of a factor with few values its lowest and its highest are compared, of others the lowest and the
highest fifth of the points. Where each point at one end has a twin at the other that is alike in
all else, as in a grid, the change is taken within pairs (Student's t); otherwise between two groups
of unequal variance (Welch 1947, *Biometrika* 34, 28-35).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.sensitivity.effects.tornado import Swing, Tornado
from sim.analysis.sensitivity.gather import Gathered, Values, gather
from sim.analysis.sensitivity.result import describe
from sim.analysis.sensitivity.target import COST, Of, find_target
from sim.errors import RunError
from sim.message import Message
from sim.results import Interval
from sim.sweep.plan.factor import Factor
from sim.sweep.plan.part import write_word
from sim.sweep.table import Table

if TYPE_CHECKING:
    import pandas as pd

MOST_LEVELS = 5
"""With more values than this, fifths are compared."""
TYPED_DIGITS, MEAN_DIGITS = 6, 3
"""Of a value that somebody chose, and of the mean of a fifth of the points."""
FIFTH = 0.2
LEAST_POINTS = 2
ALIKE = 1e-12
"""Values that differ by no more than this, as a part of them, are the same but for rounding."""
Mask = NDArray[np.bool_]


class Ends(NamedTuple):
    """The points at the two ends of a factor."""

    start: str
    end: str
    at_start: Mask
    at_end: Mask


def find_tornado(
    table: Table, outcome: str = COST, of: Of | None = None, *, service: str | None = None
) -> Tornado:
    """Find how far each factor swings an outcome.

    Parameters
    ----------
    table
        A sweep of any method; points that cannot be used are left out and counted.
    outcome, of, service
        What is analysed; see `find_target`.

    Returns
    -------
    Tornado
        The changes in the mean over replications, in the unit of the outcome, each with its own
        95 % interval.

    Raises
    ------
    RunError
        If no factor has two points at both ends.
    """
    gathered = gather(table, find_target(table, outcome, of, service))
    swings = [swing for one in gathered.factors for swing in _find_swings(gathered, one)]
    if not swings:
        raise RunError(
            Message(
                "no factor has {least} points at both ends of its range that can be used "
                "({n} of {planned} points can); run more points",
                least=LEAST_POINTS,
                n=len(gathered.points),
                planned=gathered.planned,
            )
        )
    told = {swing.factor for swing in swings}
    untold = tuple(one.key for one in gathered.factors if one.key not in told)
    swings.sort(key=lambda swing: -abs(swing.change.mean))
    return Tornado(describe(gathered), tuple(swings), untold)


def _find_swings(gathered: Gathered, factor: Factor) -> Iterator[Swing]:
    for ends in list_ends(factor, gathered.points[factor.key]):
        if min(ends.at_start.sum(), ends.at_end.sum()) < LEAST_POINTS:
            continue
        start, end = gathered.means[ends.at_start], gathered.means[ends.at_end]
        others = gathered.points.drop(columns=factor.key)
        pairs = _pair(others[ends.at_start], others[ends.at_end])
        change = _pool(start, end) if pairs is None else _match(start, end[pairs])
        counts = (len(start), len(end))
        before, after = float(start.mean()), float(end.mean())
        yield Swing(factor.key, factor.kind, ends.start, ends.end, before, after, counts, change)


def list_ends(factor: Factor, values: "pd.Series[float]") -> Iterator[Ends]:
    """List the two ends of a factor; of one that takes words, its first and each of the others."""
    if np.isnan(factor.low):
        first, *others = factor.levels or sorted(map(str, values.unique()))
        for word in others:
            yield Ends(str(first), str(word), _is_at(values, first), _is_at(values, word))
        return
    numbers = values.to_numpy(dtype=float)
    levels = np.unique(numbers)
    if len(levels) < 2:
        return
    few = len(levels) <= MOST_LEVELS
    low, high = levels[[0, -1]] if few else np.quantile(numbers, (FIFTH, 1 - FIFTH))
    at_start, at_end = numbers <= low, numbers >= high
    digits = TYPED_DIGITS if few else MEAN_DIGITS
    start, end = (f"{numbers[mask].mean():.{digits}g}" for mask in (at_start, at_end))
    yield Ends(start, end, at_start, at_end)


def _is_at(values: "pd.Series[float]", word: float | str) -> Mask:
    """Tell where a value is; where there are words in a column, its numbers are words as well."""
    return np.asarray((values == word) | (values == write_word(word)))


def _pair(first: "pd.DataFrame", second: "pd.DataFrame") -> NDArray[np.int64] | None:
    """Return where in the second group the twin of each point of the first stands, if all have."""
    if len(first) != len(second) or first.shape[1] == 0:
        return None
    places = {row: at for at, row in enumerate(second.itertuples(index=False, name=None))}
    found = [places.get(row, -1) for row in first.itertuples(index=False, name=None)]
    is_whole = len(places) == len(set(found)) == len(second) and min(found) >= 0
    return np.array(found) if is_whole else None


def _match(start: Values, end: Values) -> Interval:
    """Return the mean change within pairs."""
    from scipy import stats  # half a second to import

    changes = end - start
    mean, error = float(changes.mean()), float(stats.sem(changes))
    half = float(stats.t.ppf(0.975, len(changes) - 1)) * error
    return Interval(mean, mean - half, mean + half)


def _pool(start: Values, end: Values) -> Interval:
    """Return the change between two groups."""
    from scipy import stats

    mean = float(end.mean() - start.mean())
    scale = max(float(np.abs(start).max()), float(np.abs(end).max()))
    if max(np.ptp(start), np.ptp(end)) <= ALIKE * scale:
        return Interval(mean, mean, mean)
    ends = stats.ttest_ind(end, start, equal_var=False).confidence_interval(0.95)
    return Interval(mean, float(ends.low), float(ends.high))
