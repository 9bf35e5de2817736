"""The difference of two designs along one quantity, and where they change places."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import plotly.graph_objects as go

from sim.analysis.breakeven import About, Axis, Breakeven, Crossing, Point
from sim.charts import look
from sim.results import Interval
from sim.words import charts as words
from sim.words import say
from sim.words.breakeven import name_axis, tell_winner
from sim.words.designs import DIFFERENCE, say_designs
from sim.words.numbers import write_decimal

BAND = "rgba(128, 128, 128, 0.28)"
"""Fill of a band; grey shows on light and on dark."""
NEUTRAL = "#888888"
"""What belongs to neither design."""
HEIGHT = 460
Colours = tuple[str, str]
DIGITS = 3
"""How many say something of a value at which the designs change places."""


def plot_breakeven(result: Breakeven, colours: Colours = look.DESIGN_COLOURS) -> go.Figure:
    """Plot the difference of two designs along one quantity, with its interval.

    Parameters
    ----------
    result
        The difference, and where it changes sign.
    colours
        Those of the two designs.
    """
    about, axis = result.about, result.x
    figure = go.Figure()
    for run in _find_runs(result.profile.points):
        figure.add_traces([_draw_interval(run), _draw_mean(run, about.unit)])
    figure.add_hline(y=0, line={"color": look.HAIRLINE, "width": 2})
    for crossing in result.profile.crossings:
        _mark_crossing(figure, axis, crossing)
    _mark_own_value(figure, axis)
    _write_sides(figure, about, colours)
    unit = look.axis_of(about.unit)
    first, second = say_designs(about.designs)
    figure.update_xaxes(title=write_axis(axis), range=(axis.low, axis.high))
    figure.update_yaxes(
        title=f"{second} − {first}<br>({unit['title']['text']})", tickformat=unit["tickformat"]
    )
    figure.update_layout(showlegend=False)
    return look.dress(figure, say(words.WHERE_IT_TURNS), HEIGHT, top=48)


def write_axis(axis: Axis) -> str:
    """Say what an axis shows: the quantity, what it means, and how it was varied."""
    unit = "" if axis.unit == "factor" else f" ({say(axis.unit)})"
    about = say(axis.about)
    if axis.is_proportional:
        about = say(words.PROPORTIONAL, about=about, places=axis.places)
    return f"<b>{say(name_axis(axis))}</b>{unit}<br>{look.wrap(about, look.LINE)}"


def ends_of(axis: Axis, crossing: Crossing) -> tuple[float, float]:
    """Return the ends of a band; where it goes on beyond the range, those of the range."""
    low = axis.low if crossing.low is None else crossing.low
    high = axis.high if crossing.high is None else crossing.high
    return low, high


Found = tuple[float, Interval]
"""A value, and the difference there."""


def _find_runs(points: Sequence[Point]) -> Iterator[list[Found]]:
    """Return the runs of points at which no design fails; the line has gaps between them."""
    for fails, run in groupby(points, key=lambda p: p.difference is None or bool(p.failing)):
        found = [] if fails else [(point.x, point.difference) for point in run]
        if known := [(x, difference) for x, difference in found if difference is not None]:
            yield known


def _draw_interval(run: list[Found]) -> go.Scatter:
    return go.Scatter(
        x=[x for x, _ in run] + [x for x, _ in run[::-1]],
        y=[difference.low for _, difference in run] + [d.high for _, d in run[::-1]],
        fill="toself",
        fillcolor=BAND,
        mode="lines",
        line={"color": look.CLEAR},
        name=say(words.INTERVAL),
        hovertemplate=f"{say(words.INTERVAL)}<extra></extra>",
    )


def _draw_mean(run: list[Found], unit: str) -> go.Scatter:
    return go.Scatter(
        x=[x for x, _ in run],
        y=[difference.mean for _, difference in run],
        mode="lines+markers",
        line={"color": NEUTRAL, "width": 2},
        marker={"color": NEUTRAL, "size": 6},
        name=say(DIFFERENCE),
        hovertemplate=[
            look.hover_interval(
                say(words.DIFFERENCE_AT, value=write_decimal(x, DIGITS)), there, unit
            )
            for x, there in run
        ],
    )


def _mark_crossing(figure: go.Figure, axis: Axis, crossing: Crossing) -> None:
    low, high = ends_of(axis, crossing)
    figure.add_vrect(x0=low, x1=high, fillcolor=BAND, line_width=0)
    figure.add_vline(x=crossing.x, line={"color": NEUTRAL, "width": 2})
    _write_beside(figure, axis, crossing.x, 1, words.BOTH_THE_SAME)


def _mark_own_value(figure: go.Figure, axis: Axis) -> None:
    if axis.own is not None and axis.low <= axis.own <= axis.high:
        figure.add_vline(x=axis.own, line={"color": NEUTRAL, "dash": "dot"})
        _write_beside(figure, axis, axis.own, 0, words.AS_IN_THE_SCENARIO)


def _write_beside(figure: go.Figure, axis: Axis, x: float, y: int, what: str) -> None:
    """Write at the top or the bottom of a vertical line, on the side that has more room."""
    is_left = x <= (axis.low + axis.high) / 2
    figure.add_annotation(
        x=x,
        y=y,
        yref="paper",
        text=f"{say(what)}: {write_decimal(x, DIGITS)}",
        showarrow=False,
        xanchor="left" if is_left else "right",
        yanchor="top" if y else "bottom",
        xshift=6 if is_left else -6,
    )


def _write_sides(figure: go.Figure, about: About, colours: Colours) -> None:
    """Say above and below 0 which design does better there."""
    for sign, anchor in ((1, "bottom"), (-1, "top")):
        design = about.winner(sign)
        colour = colours[about.designs.index(design)]
        told = tell_winner(about, design)
        figure.add_annotation(
            x=1,
            xref="paper",
            y=0,
            text=f'<span style="color:{colour}">■</span> <b>{told}</b>',
            showarrow=False,
            xanchor="right",
            yanchor=anchor,
            yshift=4 * sign,
        )
