"""What an XmR chart is drawn from, and one panel of it to draw on."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from sim.analysis.capability import Limits
from sim.charts.tokens import Theme

PANEL_PX = 220
"""Height of a panel."""


class XmrStretch(NamedTuple):
    """Days with limits of their own."""

    from_day: float
    to_day: float
    place: int
    """0 or 1: which of the two designs it is."""
    limits: Limits | None
    """`None` where none are told."""


class XmrPanel(NamedTuple):
    """One chart of the figure."""

    name: str
    """What stands above it."""
    days: Sequence[float]
    values: Sequence[float]
    stretches: tuple[XmrStretch, ...]


class Sheet(NamedTuple):
    """One panel to draw on."""

    figure: go.Figure
    axis: str
    """Name of its vertical axis."""
    top: float
    """Where that ends."""
    theme: Theme
