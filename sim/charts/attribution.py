"""Which condition does it: the share of each, and how far one gets by moving some."""

import plotly.graph_objects as go

from sim.analysis.attribution import Attributed, Subset
from sim.charts import look
from sim.results import Interval
from sim.words import charts as words
from sim.words import say, say_sentence
from sim.words.designs import name_condition
from sim.words.numbers import write_percent, write_quantity

LABEL = 20
HOVER = 44
ROW_PX = 40
ABOVE_AND_BELOW_PX = 130
LADDER_PX = 380
GREY = look.PART_COLOURS[-1]
"""Colour of what is no design."""


def plot_shares(measure: Attributed, colour: str = look.DESIGN_COLOURS[1]) -> go.Figure:
    """Plot the share of each condition with its 95 % interval, the largest on top.

    Parameters
    ----------
    measure
        What is taken apart.
    colour
        That of the second design.
    """
    shown = sorted(measure.shares, key=lambda share: abs(share.share.mean), reverse=True)
    called = [look.wrap(say_sentence(name_condition(share.condition)), LABEL) for share in shown]
    intervals = [share.share for share in shown]
    figure = go.Figure(
        go.Bar(
            x=[interval.mean for interval in intervals],
            y=called,
            orientation="h",
            marker={"color": colour},
            error_x=_errors(intervals),
            hovertemplate=[
                look.hover_interval(
                    name.replace("<br>", " "), share.share, measure.unit, *_say_part(share.of_whole)
                )
                for name, share in zip(called, shown, strict=True)
            ],
        )
    )
    figure.update_layout(bargap=0.35)
    axis = {**look.axis_of(measure.unit), "title": {"text": words.say_change(measure.unit)}}
    figure.update_xaxes(**axis, zeroline=True)
    figure.update_yaxes(autorange="reversed")
    title = say(words.WHICH_CONDITION, measure=measure.title)
    height = ABOVE_AND_BELOW_PX + ROW_PX * max(len(shown), 1)
    return look.dress(figure, title, height, top=48)


def plot_ladder(measure: Attributed) -> go.Figure:
    """Plot the measure after moving none, one, two, ... conditions.

    Three lines: the mean of all choices of so many, and those that go furthest and least far.
    """
    steps = measure.ladder
    start = measure.first.mean  # an interval of the ladder is that of the change
    moved = (Interval(*(start + number for number in step.mean)) for step in steps)
    figure = go.Figure(
        [
            _edge(words.FURTHEST, "triangle-down", measure, [s.most for s in steps]),
            _edge(words.LEAST_FAR, "triangle-up", measure, [s.least for s in steps]),
            _mean_line(measure, [measure.first, *moved]),
        ]
    )
    figure.update_xaxes(title={"text": say(words.MOVED)}, dtick=1, rangemode="tozero")
    figure.update_yaxes(**look.axis_of(measure.unit), rangemode="tozero")
    look.dress(figure, say(words.HOW_MANY, measure=measure.title), height=LADDER_PX)
    figure.update_yaxes(showgrid=True, gridcolor=look.HAIRLINE, griddash="dot")
    figure.update_xaxes(showgrid=False)
    return figure


def _errors(intervals: list[Interval]) -> dict[str, object]:
    return {
        "array": [interval.high - interval.mean for interval in intervals],
        "arrayminus": [interval.mean - interval.low for interval in intervals],
        "color": GREY,
        "thickness": 2,
        "width": 5,
    }


def _say_part(of_whole: Interval | None) -> list[str]:
    """Say how much of the difference something is, if that is known."""
    if of_whole is None:
        return []
    return [say(words.PART, share=write_percent(of_whole.mean, 1))]


def _sizes(measure: Attributed) -> list[int]:
    """List how many conditions are moved at each step: none, then those of the ladder."""
    return [0, *(step.size for step in measure.ladder)]


def _mean_line(measure: Attributed, means: list[Interval]) -> go.Scatter:
    parts = [None, *(step.mean_of_whole for step in measure.ladder)]
    return go.Scatter(
        x=_sizes(measure),
        y=[interval.mean for interval in means],
        name=say(words.ON_AVERAGE),
        mode="lines+markers",
        line={"color": look.DESIGN_COLOURS[1], "width": 3},
        marker={"size": 9},
        error_y=_errors(means),
        hovertemplate=[
            _hover_of_step(say(words.ON_AVERAGE), size, i.mean, part, measure.unit)
            for size, i, part in zip(_sizes(measure), means, parts, strict=True)
        ],
    )


def _edge(name: str, symbol: str, measure: Attributed, subsets: list[Subset]) -> go.Scatter:
    start, edge = measure.first.mean, {"color": GREY, "width": 2}
    values = [start, *(start + subset.effect.mean for subset in subsets)]
    return go.Scatter(
        x=_sizes(measure),
        y=values,
        name=say(name),
        mode="lines+markers",
        line={**edge, "dash": "dot"},
        marker={"symbol": symbol, "size": 10, "color": look.CLEAR, "line": edge},
        hovertemplate=[
            _hover_of_step(say(words.NONE_MOVED), 0, start, None, measure.unit),
            *(
                _hover_of_subset(subset, value, measure.unit)
                for value, subset in zip(values[1:], subsets, strict=True)
            ),
        ],
    )


def _hover_of_subset(subset: Subset, value: float, unit: str) -> str:
    names = [say(name_condition(name)) for name in subset.conditions]
    called = look.wrap(say_sentence(", ".join(names)), HOVER)
    return _hover_of_step(called, len(names), value, subset.of_whole, unit)


def _hover_of_step(what: str, size: int, value: float, of_whole: Interval | None, unit: str) -> str:
    moved = say(words.SO_MANY_MOVED, count=size, value=write_quantity(value, unit))
    return look.hover(what, moved, *_say_part(of_whole))
