"""For whom cases wait: the days of a case, a bar for each thing that ends a wait."""

from collections.abc import Mapping

import plotly.graph_objects as go

from sim.charts.look import hover, wrap
from sim.charts.on_page import set_on_page
from sim.charts.tokens import CHART_TEXT_PX, Theme
from sim.own.estimate import Estimate
from sim.own.waits import Ender
from sim.words import say
from sim.words import waits as words
from sim.words.numbers import decimals_of, write_number, write_range

ROW_PX, AROUND_PX = 46, 40
LABEL = 16
"""Letters of a line before a bar that leave room for it on a telephone."""
ROOM = 1.18
"""How much longer the axis is than the longest interval: a number stands behind it."""


def plot_waits(days: Mapping[Ender, Estimate], cases: int, theme: Theme) -> go.Figure:
    """Plot how many days of a case end by what, each with its 95 % interval.

    Parameters
    ----------
    days
        Mean days of a finished case; at least one of them can be told.
    cases
        How many finished cases they are of.
    theme
        The colours of the page.
    """
    shown = {ender: one for ender, one in days.items() if one.high > 0}
    longest = words.find_longest(days)
    most = max((one.high for one in shown.values()), default=1.0)
    colours = [theme.useful if ender == longest else theme.rest for ender in shown]
    figure = go.Figure([_draw_bars(shown, colours, theme), _write_numbers(shown)])
    figure.update_layout(bargap=0.45, showlegend=False, height=ROW_PX * len(shown) + AROUND_PX)
    figure.update_layout(margin={"t": 0, "b": AROUND_PX})
    figure.update_xaxes(
        title={"text": say(words.AXIS)},
        range=(0, ROOM * most),
        fixedrange=True,
        tickformat=",~r",
        gridcolor=theme.rule,
        zerolinecolor=theme.rule,
    )
    figure.update_yaxes(autorange="reversed", fixedrange=True, automargin=True, ticklabelstandoff=6)
    return set_on_page(figure, words.tell_source(cases), theme)


def _name(ender: Ender) -> str:
    return wrap(say(words.ENDERS[ender]), LABEL)


def _draw_bars(shown: Mapping[Ender, Estimate], colours: list[str], theme: Theme) -> go.Bar:
    return go.Bar(
        x=[one.value for one in shown.values()],
        y=[_name(ender) for ender in shown],
        orientation="h",
        marker={"color": colours, "line": {"width": 0}},
        error_x={
            "array": [one.high - one.value for one in shown.values()],
            "arrayminus": [one.value - one.low for one in shown.values()],
            "color": theme.ink,
            "thickness": 1.5,
            "width": 5,
        },
        hovertemplate=[
            hover(say(words.ENDERS[ender]), say(words.ABOUT[ender]), _write_ends(one))
            for ender, one in shown.items()
        ],
    )


def _write_numbers(shown: Mapping[Ender, Estimate]) -> go.Scatter:
    """Write each number behind its interval."""
    return go.Scatter(
        x=[one.high for one in shown.values()],
        y=[_name(ender) for ender in shown],
        mode="text",
        text=[f" {write_number(one.value, decimals_of([one.value]))}" for one in shown.values()],
        textposition="middle right",
        textfont={"size": CHART_TEXT_PX},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _write_ends(one: Estimate) -> str:
    return write_range(one.low, one.high, "", decimals_of([one.high]), is_signed=False)
