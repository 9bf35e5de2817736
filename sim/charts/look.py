"""How every chart looks: colours that colour-blind readers tell apart, on light and on dark."""

from typing import Any

import plotly.graph_objects as go

DESIGN_COLOURS = ("#0072B2", "#D55E00")
"""Colours of the first and the second design, in every chart (Okabe & Ito 2008)."""
DESIGN_SYMBOLS = ("circle", "diamond")
"""Their marks, for print without colour."""
PART_COLOURS = (
    "#44AA99",
    "#DDCC77",
    "#CC6677",
    "#88CCEE",
    "#AA4499",
    "#999933",
    "#882255",
    "#6699CC",
    "#117733",
    "#CCCCCC",
    "#888888",
)
"""Colours of parts of a whole (after Tol 2021, "muted"); the first is for what is worth doing."""
HAIRLINE = "rgba(128, 128, 128, 0.6)"
"""A grey that shows on light and on dark."""
CLEAR = "rgba(0, 0, 0, 0)"

_LEGEND = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom", "title": ""}


def dress(figure: go.Figure, title: str, height: int) -> go.Figure:
    """Give a figure its title and the look of all the others.

    No font has a colour and no background is filled, so that the page's theme, or the template of
    whoever draws the figure elsewhere, decides.

    Parameters
    ----------
    figure
        The figure, which is changed.
    title
        What it shows, in plain words; short enough for a telephone.
    height
        Its height in pixels.

    Returns
    -------
    The same figure.
    """
    figure.update_layout(
        title={
            "text": title,
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
        },
        height=height,
        margin={"l": 8, "r": 16, "t": 76, "b": 8},
        legend=_LEGEND,
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        hoverlabel={"namelength": -1},
        barcornerradius=2,
    )
    figure.update_xaxes(
        automargin=True, showgrid=True, gridcolor=HAIRLINE, zerolinecolor=HAIRLINE, griddash="dot"
    )
    figure.update_yaxes(automargin=True, showgrid=False, zeroline=False)
    return figure


def axis_of(unit: str) -> dict[str, Any]:
    """Return the settings of an axis that measures a unit; shares are shown in percent."""
    if unit == "share":
        return {"title": {"text": "percent"}, "tickformat": ",.0%"}
    return {"title": {"text": unit}, "tickformat": ",~r"}
