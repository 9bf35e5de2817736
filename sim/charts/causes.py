"""Failure demand by what caused it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from sim.analysis.comparison import Compared
from sim.charts.look import DESIGN_COLOURS, axis_of, dress, hover_interval, wrap
from sim.results import Interval
from sim.words import charts as words
from sim.words import say

LABEL = 20
ROW_PX = 46
_NOTHING = Interval(0.0, 0.0, 0.0)


def plot_failure_causes(causes: Sequence[Compared], designs: Sequence[str]) -> go.Figure:
    """Plot failure demand by cause: a pair of bars for each, the largest on top.

    Parameters
    ----------
    causes
        One measure for each cause, all in one unit; those that are 0 in both designs are left out.
    designs
        Names of the two designs as people read them.
    """
    shown = sorted((c for c in causes if _weight(c) > 0), key=_weight, reverse=True)
    figure = go.Figure([_bars(shown, designs, place) for place in range(len(designs))])
    figure.update_layout(barmode="group", bargap=0.3, bargroupgap=0.05)
    figure.update_xaxes(**axis_of(causes[0].unit if causes else ""), rangemode="tozero")
    figure.update_yaxes(autorange="reversed")
    return dress(figure, say(words.CAUSES), height=150 + ROW_PX * max(len(shown), 1))


def _weight(cause: Compared) -> float:
    return sum(interval.mean for interval in (cause.first, cause.second) if interval)


def _bars(causes: Sequence[Compared], designs: Sequence[str], place: int) -> go.Bar:
    pairs = [((cause.first, cause.second)[place] or _NOTHING, cause) for cause in causes]
    return go.Bar(
        x=[interval.mean for interval, _ in pairs],
        y=[wrap(say(cause.title), LABEL) for cause in causes],
        orientation="h",
        name=designs[place],
        marker={"color": DESIGN_COLOURS[place]},
        hovertemplate=[hover_interval(designs[place], i, cause.unit) for i, cause in pairs],
    )
