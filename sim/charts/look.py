"""How every chart looks: colours that colour-blind readers tell apart, on light and on dark."""

import textwrap
from typing import Any

import plotly.graph_objects as go

from sim.results import Interval
from sim.words import charts as words
from sim.words import say
from sim.words.numbers import SHARE, write_quantity, write_unit

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
LINE = 44
"""Letters that fit beside one another on a telephone."""
TITLE_LINE = 38
"""The same of a title, whose letters are larger."""
TITLE_LINE_PX = 22

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
        What it shows, in plain words; what is too long for a telephone is broken into lines.
    height
        Its height in pixels, with a title of one line.

    Returns
    -------
    The same figure.
    """
    lines = wrap(title, TITLE_LINE)
    more_px = TITLE_LINE_PX * lines.count("<br>")
    figure.update_layout(
        title={
            "text": lines,
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            "pad": {"t": more_px},  # Plotly puts the last line where the only one would be
        },
        height=height + more_px,
        margin={"l": 8, "r": 16, "t": 76 + more_px, "b": 8},
        legend=_LEGEND,
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        hoverlabel={"namelength": -1},
        barcornerradius=2,
        separators=words.separators(),
    )
    figure.update_xaxes(
        automargin=True, showgrid=True, gridcolor=HAIRLINE, zerolinecolor=HAIRLINE, griddash="dot"
    )
    figure.update_yaxes(automargin=True, showgrid=False, zeroline=False)
    return figure


def axis_of(unit: str) -> dict[str, Any]:
    """Return the settings of an axis that measures a unit; shares are shown in percent."""
    if unit == SHARE:
        return {"title": {"text": say(words.PERCENT)}, "tickformat": ",.0%"}
    return {"title": {"text": write_unit(unit)}, "tickformat": ",~r"}


def wrap(text: str, width: int) -> str:
    """Break a label into lines."""
    return "<br>".join(textwrap.wrap(text, width)) or text


def hover(name: str, *lines: str) -> str:
    """Write what is shown of a mark that is pointed at: its name, and a line for each text."""
    return "<br>".join((f"<b>{name}</b>", *lines)) + "<extra></extra>"


def hover_interval(name: str, interval: Interval, unit: str, *more: str) -> str:
    """Write what is shown of a mark with an interval."""
    mean = write_quantity(interval.mean, unit)
    return hover(name, mean, words.say_ends(interval, unit), *more)
