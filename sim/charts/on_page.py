"""A chart whose title and measure stand above it on a page: in its colours, its source inside.

The source goes with a picture of it.
"""

import plotly.graph_objects as go

from sim.charts import tokens
from sim.charts.look import wrap
from sim.charts.tokens import CHART_TEXT_PX, Theme

TOP_PX, SIDE_PX = 16, 8
LETTERS, LINE_PX = 54, 18
"""Letters of a line that fit on a telephone, and its height."""
TICKS_PX = 36


def set_on_page(figure: go.Figure, source: str, theme: Theme) -> go.Figure:
    """Set a figure on a page.

    Parameters
    ----------
    figure
        The figure, which is changed; what its vertical axis measures is said above it.
    source
        Where it is from, as one line; broken into lines that fit on a telephone.
    theme
        The colours of the page.
    """
    lines, below = wrap(source, LETTERS), figure.layout.xaxis.title.text or ""
    bottom_px = TICKS_PX + LINE_PX * (_count_lines(below) + _count_lines(lines) + 1)
    plot_px = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    figure.update_layout(
        **tokens.lay_out(theme),
        title=_place_at_bottom(lines, theme),
        height=plot_px + TOP_PX + bottom_px,
        margin={"l": SIDE_PX, "r": 2 * SIDE_PX, "t": TOP_PX, "b": bottom_px},
    )
    figure.update_xaxes(title={"font": {"size": CHART_TEXT_PX}})
    figure.update_yaxes(title=None)
    return figure


def _place_at_bottom(lines: str, theme: Theme) -> dict[str, object]:
    """Return the title of a figure as the only text that can stand at the edge of it all."""
    below_first_px = LINE_PX * (_count_lines(lines) - 1)  # Plotly puts the first line at the edge
    return {
        "text": lines,
        "font": {"size": CHART_TEXT_PX, "color": theme.pale},
        "x": 0,
        "xanchor": "left",
        "xref": "container",
        "y": 0,
        "yanchor": "bottom",
        "yref": "container",
        "pad": {"t": 0, "b": SIDE_PX + below_first_px, "l": SIDE_PX},
    }


def _count_lines(text: str) -> int:
    return text.count("<br>") + 1


def add_source(
    figure: go.Figure, source: str, theme: Theme, *, below_px: float, letters: int = LETTERS
) -> int:
    """Write a source below the axis of a figure; return the room that it takes, in pixels."""
    text = wrap(source, letters)
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


def lay_out_days(figure: go.Figure, axis: str, panels: int) -> None:
    """Give panels that stand below each other one axis of days, below the last of them."""
    figure.update_xaxes(
        title={"text": axis, "standoff": 6, "font": {"size": CHART_TEXT_PX}},
        anchor=f"y{panels}" if panels > 1 else "y",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickformat=",d",
    )
