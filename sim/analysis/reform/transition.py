"""How long it takes until a service that was reformed goes on as the other design does.

The two have the same citizens and luck, so their difference is taken within each replication. They
are told apart in a span if the mean difference of it and the next ones is surely not 0 (95 %) and
more than a tenth of the whole way, from what was before to the other design. The transition lasts
until the last such span: nine tenths of the way are gone, to stay. Of chance alone a span is told
apart in at most one of twenty, so that a transition is told as too long rather than too short.
"""

from math import nan

import numpy as np
from numpy.typing import NDArray

from sim.analysis.reform.course import Means, Transition, Values
from sim.experiment.intervals import LEAST_VALUES, build_interval
from sim.measures import Scale
from sim.results import Interval

LOOKED_AT = 4
"""Spans whose mean difference is looked at together, and which must follow a transition."""
CLOSE = 0.1
"""A difference of no more than this share of the way, or of the other design's level, is none."""


def find_transition(changes: Values, other: Values, first: int) -> Transition:
    """Find how a course comes to rest after a reform.

    Parameters
    ----------
    changes, other
        The course with the reform, and that of the second design; shape (replications, spans).
    first
        Place of the first span after the reform.
    """
    before, after = changes[:, :first], changes[:, first:]
    way = abs(_mean_known(before) - _mean_known(other))
    lasts = _find_end(after, other[:, first:], CLOSE * max(way, abs(_mean_known(other))))
    worst, worst_at = _find_worst(before, after, _mean_known(other))
    return Transition(
        before=_build(before),
        after=None if lasts is None else _build(after[:, lasts:]),
        lasts=lasts,
        worst=worst,
        worst_at=worst_at,
    )


def average(values: Values) -> Means:
    """Return the mean of each span, of those replications that have a value."""
    return tuple(_mean_known(span) if not np.isnan(span).all() else nan for span in values.T)


def build_intervals(values: Values) -> tuple[Interval | None, ...]:
    """Return the mean of each span; `None` where it has no value in some replication."""
    return tuple(_build(values[:, nth : nth + 1]) for nth in range(values.shape[1]))


def _find_end(after: Values, other: Values, least: float) -> int | None:
    apart = np.flatnonzero(_are_apart(after, other, least))
    lasts = int(apart[-1]) + 1 if len(apart) else 0
    return lasts if lasts + LOOKED_AT <= after.shape[1] else None


def _are_apart(after: Values, other: Values, least: float) -> NDArray[np.bool_]:
    """Tell of each span whether the two are surely more than so far apart in it and the next."""
    found = np.zeros(after.shape[1], np.bool_)
    for nth in range(after.shape[1]):
        interval = _build((after - other)[:, nth : nth + LOOKED_AT], Scale.LINE)
        if interval is not None:
            is_sure = interval.low > 0 or interval.high < 0
            found[nth] = is_sure and abs(interval.mean) > least
    return found


def _find_worst(before: Values, after: Values, other: float) -> tuple[Interval | None, int]:
    """Find the highest span after the reform, if it surely lies above both ends of the way."""
    was = _build(before)
    every = build_intervals(after)
    known = [(found.mean, nth) for nth, found in enumerate(every) if found]
    if was is None or not known:
        return None, 0
    _, place = max(known)
    worst = every[place]
    is_worse = worst is not None and worst.low > max(was.high, (1 + CLOSE) * max(was.mean, other))
    return (worst if is_worse else None), place


def _build(values: Values, scale: Scale = Scale.AMOUNT) -> Interval | None:
    """Return the mean of some spans with its interval; `None` where too little is known."""
    is_known = ~np.isnan(values)
    counts = is_known.sum(axis=1)
    if len(values) < LEAST_VALUES or not counts.all():
        return None
    return build_interval(np.where(is_known, values, 0.0).sum(axis=1) / counts, scale)


def _mean_known(values: Values) -> float:
    """Return the mean of what is known; 0 of nothing."""
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else 0.0
