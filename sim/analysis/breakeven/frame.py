"""Results as tidy tables."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from sim.analysis.breakeven.profile import LineAt, Profile
from sim.results import Interval

POINT_COLUMNS = ("x", "design", "mean", "low", "high", "reason")
"""Columns of a profile. `design` may be "difference"."""
CROSSING_COLUMNS = ("y", "x", "low", "high", "below", "above")
"""Columns of a break-even line; the same design below and above: no crossing."""

_NOTHING = Interval(float("nan"), float("nan"), float("nan"))


def build_points_frame(designs: tuple[str, str], profile: Profile) -> pd.DataFrame:
    """Build the table of a profile."""
    rows = [
        (point.x, name, *(interval or _NOTHING), point.reason)
        for point in profile.points
        for name, interval in zip(
            (*designs, "difference"), (point.first, point.second, point.difference), strict=True
        )
    ]
    return pd.DataFrame(rows, columns=list(POINT_COLUMNS))


def build_crossings_frame(lines: Sequence[LineAt]) -> pd.DataFrame:
    """Build the table of a break-even line."""
    rows = [row for line in lines for row in _rows(line)]
    frame = pd.DataFrame(rows, columns=list(CROSSING_COLUMNS))
    return frame.astype({"x": float, "low": float, "high": float})


def _rows(line: LineAt) -> Iterator[tuple[Any, ...]]:
    for crossing in line.profile.crossings:
        yield line.y, *crossing[:5]
    if not line.profile.crossings:
        winner = line.profile.throughout
        yield line.y, None, None, None, winner, winner
