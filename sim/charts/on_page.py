"""A chart whose title stands above it on a page: in the page's colours, with its source inside."""

import plotly.graph_objects as go

from sim.charts import tokens
from sim.charts.source import add_source
from sim.charts.tokens import Theme

TOP_PX, GAP_PX = 16, 12


def set_on_page(figure: go.Figure, source: str, theme: Theme, *, below_px: float) -> go.Figure:
    """Set a figure on a page.

    Parameters
    ----------
    figure
        The figure, which is changed.
    source
        Where it is from, as one line.
    theme
        The colours of the page.
    below_px
        The room that ticks and the title of the axis take below the figure.
    """
    tall_px = figure.layout.height - figure.layout.margin.t
    source_px = add_source(figure, source, theme, below_px=below_px + GAP_PX)
    bottom_px = below_px + GAP_PX + source_px
    figure.update_layout(
        **tokens.lay_out(theme),
        title=None,
        height=tall_px + TOP_PX + bottom_px,
        margin={"l": 8, "r": 16, "t": TOP_PX, "b": bottom_px},
    )
    return figure
