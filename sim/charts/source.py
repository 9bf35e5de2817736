"""The line that says where a figure is from: inside it, so that it goes with a picture of it."""

import plotly.graph_objects as go

from sim.charts.look import wrap
from sim.charts.tokens import CHART_TEXT_PX, Theme

LETTERS, LINE_PX = 54, 18
"""Letters of a line that fit on a telephone, and its height."""


def add_source(figure: go.Figure, source: str, theme: Theme, *, below_px: float) -> int:
    """Write a source below the axis of a figure; return the room that it takes, in pixels."""
    text = wrap(source, LETTERS)
    figure.add_annotation(
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="top",
        yshift=-below_px,
        text=text,
        align="left",
        showarrow=False,
        font={"size": CHART_TEXT_PX, "color": theme.pale},
    )
    return LINE_PX * (1 + text.count("<br>")) + 4
