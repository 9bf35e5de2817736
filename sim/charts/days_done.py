"""Which share of cases is done within how many days: as it came, as forecast, as before."""

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from sim.charts.look import hover
from sim.charts.on_page import set_on_page
from sim.charts.tokens import Theme
from sim.own.forecast import SHARES, Curves
from sim.words import days_done as words
from sim.words import say
from sim.words.numbers import write_percent

HEIGHT = 340
SHOWN = 90
"""So many of a hundred cases are shown: the last ones are few, and take longest."""
LEAST_DAYS = 1 / 24
FEW_DECADES = 2.5
"""Up to here one, two and five of each are marked; beyond, tens alone, for want of room."""


def plot_days_done(curves: Curves, theme: Theme) -> go.Figure:
    """Plot the share of cases done over days.

    Parameters
    ----------
    curves
        Days by share.
    theme
        The colours of the page.
    """
    lines = {
        words.OBSERVED: (curves.observed, theme.ink, "solid"),
        words.FORECAST: (curves.forecast, theme.first, "dash"),
        words.REPEATED: (curves.repeated, theme.pale, "dot"),
    }
    figure = go.Figure(
        [
            _draw(say(name), days[:SHOWN], colour, dash)
            for name, (days, colour, dash) in lines.items()
        ]
    )
    figure.update_layout(
        height=HEIGHT,
        margin={"t": 36, "b": 60},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
    )
    figure.update_xaxes(
        title={"text": say(words.DAYS)},
        type="log",
        fixedrange=True,
        gridcolor=theme.rule,
        tickformat=",~r",
        tickvals=_find_ticks(curves),
    )
    figure.update_yaxes(
        title={"text": say(words.DONE)},
        range=(0, 1),
        tickformat=".0%",
        fixedrange=True,
        automargin=True,
        gridcolor=theme.rule,
    )
    return set_on_page(figure, say(words.SOURCE), theme)


def _find_ticks(curves: Curves) -> list[float]:
    """Return the days that are marked, among those that are shown."""
    days = np.maximum([line[:SHOWN] for line in curves], LEAST_DAYS)
    known = days[np.isfinite(days)]
    if not len(known):
        return []
    low, high = np.log10([known.min(), known.max()])
    steps = (1, 2, 5) if high - low < FEW_DECADES else (1,)
    powers = range(int(np.floor(low)), int(np.ceil(high)) + 1)
    marks = [step * 10.0**power for power in powers for step in steps]
    return [mark for mark in marks if low <= np.log10(mark) <= high]


def _draw(name: str, days: NDArray[np.float64], colour: str, dash: str) -> go.Scatter:
    shown = np.maximum(days, LEAST_DAYS)
    return go.Scatter(
        x=shown,
        y=SHARES[:SHOWN],
        mode="lines",
        name=name,
        line={"color": colour, "width": 3, "dash": dash},
        hovertemplate=[
            hover(name, words.tell_done(write_percent(share), float(at)))
            for share, at in zip(SHARES[:SHOWN], shown, strict=True)
        ],
    )
