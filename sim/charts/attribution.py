"""Which condition does it: the share of each, and how far one gets by moving some."""

from typing import NamedTuple

import plotly.graph_objects as go

from sim.analysis.attribution import Attributed, LadderStep, Subset
from sim.charts.look import (
    CLEAR,
    DESIGN_COLOURS,
    HAIRLINE,
    PART_COLOURS,
    axis_of,
    dress,
    hover,
    hover_interval,
    wrap,
)
from sim.results import Interval
from sim.words import charts as words
from sim.words import say, say_sentence
from sim.words.designs import name_condition

LABEL = 20
HOVER = 44
ROW_PX = 40
ABOVE_AND_BELOW_PX = 130
LADDER_PX = 380
GREY = PART_COLOURS[-1]
"""Colour of what is no design."""


class Line(NamedTuple):
    """A line of the ladder: its name, and what it says of each step."""

    name: str
    values: list[float]
    hovers: list[str]


def plot_shares(measure: Attributed) -> go.Figure:
    """Plot the share of each condition with its 95 % interval, the largest on top.

    Parameters
    ----------
    measure
        The measure, taken apart.
    """
    shown = sorted(measure.shares, key=lambda share: abs(share.share.mean), reverse=True)
    called = [wrap(say_sentence(name_condition(share.condition)), LABEL) for share in shown]
    intervals = [share.share for share in shown]
    figure = go.Figure(
        go.Bar(
            x=[interval.mean for interval in intervals],
            y=called,
            orientation="h",
            marker={"color": DESIGN_COLOURS[1]},
            error_x=_errors(intervals),
            hovertemplate=[
                _hover_of_share(name, share.share, share.of_whole, measure.unit)
                for name, share in zip(called, shown, strict=True)
            ],
        )
    )
    figure.update_layout(bargap=0.35)
    figure.update_xaxes(**_axis_of_change(measure.unit), zeroline=True)
    figure.update_yaxes(autorange="reversed")
    dress(
        figure,
        words.ask_which_condition(measure.title),
        height=ABOVE_AND_BELOW_PX + ROW_PX * max(len(shown), 1),
    )
    figure.update_layout(margin={"t": 48})
    return figure


def plot_ladder(measure: Attributed) -> go.Figure:
    """Plot the measure after moving none, one, two, ... conditions.

    Three lines: the mean of all choices of so many, and those that go furthest and least far.

    Parameters
    ----------
    measure
        The measure, taken apart.
    """
    steps = measure.ladder
    mean = [measure.first, *(_moved(measure.first, step.mean) for step in steps)]
    figure = go.Figure(
        [
            _mark(_edge(words.FURTHEST, measure, [s.most for s in steps]), "triangle-down"),
            _mark(_edge(words.LEAST_FAR, measure, [s.least for s in steps]), "triangle-up"),
            _mean_line(measure, mean),
        ]
    )
    axis = axis_of(measure.unit)
    figure.update_xaxes(title={"text": say(words.MOVED)}, dtick=1, rangemode="tozero")
    figure.update_yaxes(**axis, rangemode="tozero")
    dress(figure, words.ask_how_many(measure.title), height=LADDER_PX)
    figure.update_yaxes(showgrid=True, gridcolor=HAIRLINE, griddash="dot")
    figure.update_xaxes(showgrid=False)
    return figure


def _axis_of_change(unit: str) -> dict[str, object]:
    return {**axis_of(unit), "title": {"text": words.say_change(unit)}}


def _errors(intervals: list[Interval]) -> dict[str, object]:
    return {
        "array": [interval.high - interval.mean for interval in intervals],
        "arrayminus": [interval.mean - interval.low for interval in intervals],
        "color": GREY,
        "thickness": 2,
        "width": 5,
    }


def _hover_of_share(name: str, share: Interval, of_whole: Interval | None, unit: str) -> str:
    more = [] if of_whole is None else [words.say_part(of_whole)]
    return hover_interval(name.replace("<br>", " "), share, unit, *more)


def _moved(first: Interval, effect: Interval) -> Interval:
    """Return where the measure comes to; the interval is that of the change."""
    return Interval(*(first.mean + number for number in effect))


def _mean_line(measure: Attributed, means: list[Interval]) -> go.Scatter:
    return go.Scatter(
        x=list(range(len(means))),
        y=[interval.mean for interval in means],
        name=say(words.ON_AVERAGE),
        mode="lines+markers",
        line={"color": DESIGN_COLOURS[1], "width": 3},
        marker={"size": 9},
        error_y=_errors(means),
        hovertemplate=[
            _hover_of_step(say(words.ON_AVERAGE), size, i.mean, part, measure.unit)
            for size, (i, part) in enumerate(zip(means, _parts(measure.ladder), strict=True))
        ],
    )


def _parts(steps: tuple[LadderStep, ...]) -> list[Interval | None]:
    return [None, *(step.mean_of_whole for step in steps)]


def _edge(name: str, measure: Attributed, subsets: list[Subset]) -> Line:
    start = measure.first.mean
    values = [start, *(start + subset.effect.mean for subset in subsets)]
    hovers = [_hover_of_step(say(words.NONE_MOVED), 0, start, None, measure.unit)]
    for value, subset in zip(values[1:], subsets, strict=True):
        called = wrap(_list_conditions(subset), HOVER)
        size = len(subset.conditions)
        hovers.append(_hover_of_step(called, size, value, subset.of_whole, measure.unit))
    return Line(say(name), values, hovers)


def _list_conditions(subset: Subset) -> str:
    names = [say(name_condition(name)) for name in subset.conditions]
    return say_sentence(", ".join(names))


def _hover_of_step(what: str, size: int, value: float, of_whole: Interval | None, unit: str) -> str:
    more = [] if of_whole is None else [words.say_part(of_whole)]
    return hover(what, words.say_moved(size, value, unit), *more)


def _mark(line: Line, symbol: str) -> go.Scatter:
    edge = {"color": GREY, "width": 2}
    return go.Scatter(
        x=list(range(len(line.values))),
        y=line.values,
        name=line.name,
        mode="lines+markers",
        line={**edge, "dash": "dot"},
        marker={"symbol": symbol, "size": 10, "color": CLEAR, "line": edge},
        hovertemplate=line.hovers,
    )
