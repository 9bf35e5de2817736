"""The factors that a surface is over: their ranges, and places on them."""

from collections.abc import Sequence
from itertools import product
from math import isnan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.sensitivity.gather import Gathered
from sim.errors import RunError, mismatch
from sim.message import Message

Values = NDArray[np.float64]
MOST_AXES = 3
CELLS = {1: (41,), 2: (25, 25), 3: (15, 15, 3)}
"""How many values of each factor there are on the grid, by the number of factors."""


class Axis(NamedTuple):
    """A factor that a surface is over."""

    key: str
    unit: str
    about: str
    low: float
    high: float
    """The lowest and the highest value among the points."""
    is_log: bool

    def scale(self, values: Values) -> Values:
        """Return values as parts of the range."""
        if self.is_log:
            return np.asarray(np.log(values / self.low) / np.log(self.high / self.low))
        return np.asarray((values - self.low) / (self.high - self.low))

    def spread(self, cells: int) -> list[float]:
        """Return values that are spread evenly over the range."""
        even = np.geomspace if self.is_log else np.linspace
        return [float(value) for value in even(self.low, self.high, cells)]


def find_axes(gathered: Gathered, keys: Sequence[str]) -> tuple[Axis, ...]:
    """Find the factors that a surface is over.

    Raises
    ------
    RunError
        If there are too many, if one is no factor or is named twice, if it takes words, or if it
        does not vary among the points.
    """
    if not 1 <= len(keys) <= MOST_AXES or len(set(keys)) < len(keys):
        raise RunError(
            Message("a surface is over one to three different factors; found {keys}",
                    keys=", ".join(keys) or Message("none"))
        )  # fmt: skip
    return tuple(_find_axis(gathered, key) for key in keys)


def _find_axis(gathered: Gathered, key: str) -> Axis:
    factor = next((one for one in gathered.factors if one.key == key), None)
    if factor is None:
        known = ", ".join(one.key for one in gathered.factors)
        raise RunError(mismatch("factor", key, Message("one of {known}", known=known)))
    if isnan(factor.low):
        raise RunError(
            Message("{key} takes words, between which there is no surface; name others", key=key)
        )
    values = gathered.points[key].to_numpy(dtype=float)
    if np.ptp(values) == 0:
        raise RunError(Message("{key} is the same at every point; name others", key=key))
    low, high = float(values.min()), float(values.max())
    return Axis(key, factor.unit, factor.about, low, high, factor.is_log and low > 0)


def scale_points(gathered: Gathered, axes: Sequence[Axis]) -> Values:
    """Return the points as parts of the ranges: shape (points, axes)."""
    columns = [axis.scale(gathered.points[axis.key].to_numpy(dtype=float)) for axis in axes]
    return np.column_stack(columns)


def scale_places(axes: Sequence[Axis], places: Values) -> Values:
    """Return places, in the units of the factors, as parts of the ranges: shape (places, axes)."""
    return np.column_stack([axis.scale(places[:, nth]) for nth, axis in enumerate(axes)])


def lay_grid(axes: Sequence[Axis]) -> list[tuple[float, ...]]:
    """Return the places of a grid over all axes, the last one changing first."""
    cells = CELLS[len(axes)]
    return list(product(*(axis.spread(n) for axis, n in zip(axes, cells, strict=True))))
