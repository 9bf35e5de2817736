"""The same cases on two clocks: as citizens live them, and as the target counts them."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from sim.analysis.comparison import Compared
from sim.charts import look
from sim.words import charts as words
from sim.words import say
from sim.words.numbers import write_quantity

LABEL = 18


class Clock(NamedTuple):
    """One clock: its name as people read it, the mean time on it and the upper limit."""

    name: str
    mean: Compared
    limit: Compared


def plot_two_clocks(clocks: Sequence[Clock], designs: Sequence[str]) -> go.Figure:
    """Plot each design on each clock: a bar to the mean, a line on to the upper limit.

    Parameters
    ----------
    clocks
        The clocks, the citizens' own first, whose bars are filled; a reported one's are hollow.
    designs
        Names of the two designs as people read them.
    """
    bars = [
        _bar(clock, designs, place, is_filled=number == 0)
        for place in range(len(designs))
        for number, clock in enumerate(clocks)
    ]
    figure = go.Figure(bars)
    figure.update_layout(barmode="overlay", bargap=0.4, showlegend=False)
    figure.update_xaxes(**look.axis_of(clocks[0].mean.unit), rangemode="tozero")
    figure.update_yaxes(autorange="reversed")
    return look.dress(figure, say(words.TWO_CLOCKS), height=330, top=48)


def _bar(clock: Clock, designs: Sequence[str], place: int, *, is_filled: bool) -> go.Bar:
    mean, limit = ((m.first, m.second)[place] for m in (clock.mean, clock.limit))
    length = mean.mean if mean else 0.0
    beyond = max(limit.mean - length, 0.0) if limit else 0.0
    colour = look.DESIGN_COLOURS[place]
    return go.Bar(
        x=[length],
        y=[f"<b>{designs[place]}</b><br>{look.wrap(clock.name, LABEL)}"],
        orientation="h",
        marker={
            "color": colour if is_filled else look.CLEAR,
            "line": {"color": colour, "width": 2},
        },
        error_x={"array": [beyond], "arrayminus": [0], "color": colour, "thickness": 2, "width": 8},
        hovertemplate=_hover(clock, designs[place], place),
    )


def _hover(clock: Clock, design: str, place: int) -> str:
    mean, limit = ((m.first, m.second)[place] for m in (clock.mean, clock.limit))
    if mean is None:
        return look.hover(design, say(words.NOT_ON_CLOCK, clock=clock.name))
    lines = [clock.name, say(words.MEAN, value=write_quantity(mean.mean, clock.mean.unit))]
    if limit is not None:
        value = write_quantity(limit.mean, clock.limit.unit)
        lines.append(say(words.UPPER_LIMIT, value=value))
    return look.hover(design, *lines)
