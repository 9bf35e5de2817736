"""An ensemble: candidates that fit alike, as unlike each other as can be."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.calibration.free import Free
from sim.analysis.calibration.misfit import Tried

MOST_MEMBERS = 12
KNOWN_WITHIN = 0.25
"""A quantity is identified whose values in the ensemble span no more of its range than this."""


class Identified(NamedTuple):
    """What the evidence says of a free quantity.

    Attributes
    ----------
    key
        The quantity.
    filed, best
        What the file says, and what fits best.
    low, high
        Least and largest value of the ensemble.
    share
        The part of the plausible range that lies between them.
    members
        How many candidates the ensemble has.
    """

    key: str
    filed: float
    best: float
    low: float
    high: float
    share: float
    members: int

    @property
    def is_identified(self) -> bool:
        """Whether the evidence says what it is; one candidate alone cannot tell."""
        return self.members > 1 and self.share <= KNOWN_WITHIN


def choose_ensemble(tried: Sequence[Tried], free: Sequence[Free]) -> list[Tried]:
    """Choose candidates that fit, the best first, each as far as can be from those before.

    Those fit alike that have as many figures within their tolerance as any candidate has.

    Parameters
    ----------
    tried
        All that were tried.
    free
        The free quantities.
    """
    most = max(one.within for one in tried)
    fitting = [one for one in tried if one.within == most]
    first = min(fitting, key=lambda one: one.loss)
    others = {one.values: one for one in fitting if one.values != first.values}
    chosen, left = [first], list(others.values())
    while left and len(chosen) < MOST_MEMBERS:
        nearest = [min(_distance(free, one, other) for other in chosen) for one in left]
        chosen.append(left.pop(int(np.argmax(nearest))))
    return chosen


def identify(ensemble: Sequence[Tried], free: Sequence[Free]) -> list[Identified]:
    """Say of each free quantity what an ensemble leaves open."""
    rows = []
    for place, quantity in enumerate(free):
        values = [one.values[place] for one in ensemble]
        low, high = min(values), max(values)
        share = (high - low) / (quantity.high - quantity.low)
        spread = (values[0], low, high, share, len(ensemble))
        rows.append(Identified(quantity.key, quantity.value, *spread))
    return rows


def _distance(free: Sequence[Free], one: Tried, other: Tried) -> float:
    return float(np.linalg.norm(_shares(free, one) - _shares(free, other)))


def _shares(free: Sequence[Free], one: Tried) -> NDArray[np.float64]:
    pairs = zip(free, one.values, strict=True)
    return np.array([quantity.share_of(value) for quantity, value in pairs])
