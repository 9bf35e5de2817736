"""Managers quarter by quarter: what each sees, and below it what the service costs end to end."""

from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from sim.charts import look
from sim.charts.on_page import set_on_page
from sim.charts.tokens import Theme
from sim.steering import Arm, first_of
from sim.words import quarters, say
from sim.words import steering as words
from sim.words.designs import mention_design
from sim.words.numbers import write_quantity

COLOURS = ("#AA4499", "#2A9D8F", "#999933", "#CC6677", "#6699CC", "#888888")
"""Of managers, on light and on dark; none is that of a design."""
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
HEIGHT_PX, TOP_PX = 560, 120
GAP = 0.16
LETTERS = 40
"""Of a heading that fit on a telephone."""
LEGEND_PX = 108
"""Room above for names and a heading."""


def plot_steering(arms: Sequence[Arm]) -> go.Figure:
    """Plot the courses of some managers who begin with one design, one line each.

    Parameters
    ----------
    arms
        Those of one start, with variety or without.
    """
    titles = [look.wrap(say(title), LETTERS) for title in (quarters.SEEN, quarters.LIVED)]
    figure = make_subplots(
        rows=2, cols=1, shared_xaxes=True, vertical_spacing=GAP, subplot_titles=titles
    )
    for nth, arm in enumerate(arms):
        _draw(figure, nth, arm)
    figure.update_annotations(x=0, xanchor="left", align="left")
    figure.update_xaxes(dtick=4, showgrid=False)
    figure.update_xaxes(title={"text": say(quarters.QUARTERS)}, row=2, col=1)
    figure.update_yaxes(rangemode="tozero", tickformat=",.0%", row=1, col=1)
    figure.update_yaxes(rangemode="tozero", tickformat=",~r", row=2, col=1)
    title = say(quarters.COURSES, design=mention_design(arms[0].start))
    return look.dress(figure, title, HEIGHT_PX, top=TOP_PX)


def plot_steering_on_page(
    arms: Sequence[Arm], quarter: int, source: str, theme: Theme
) -> go.Figure:
    """Plot the same for a page, with a line at one quarter.

    Parameters
    ----------
    arms, quarter
        The managers, and the quarter that is looked at, from 1.
    source
        Where it is from.
    theme
        The colours of the page.
    """
    figure = set_on_page(plot_steering(arms), source, theme)
    figure.add_vline(x=quarter, line={"color": theme.ink, "width": 1, "dash": "dot"})
    figure.update_xaxes(fixedrange=True, zerolinecolor=theme.rule)
    figure.update_yaxes(fixedrange=True, zerolinecolor=theme.rule, gridcolor=theme.rule)
    legend = {"yref": "container", "y": 1, "yanchor": "top"}
    height = figure.layout.height + LEGEND_PX
    return figure.update_layout(height=height, margin={"t": LEGEND_PX}, legend=legend)


def _draw(figure: go.Figure, nth: int, arm: Arm) -> None:
    """Draw the two lines of a manager: of the figure steered by, as a part of what it was."""
    name = say(words.name_policy(arm.by))
    line = {"color": COLOURS[nth % len(COLOURS)], "dash": DASHES[nth % len(DASHES)], "width": 3}
    own, cost = arm.course[first_of(arm.by)], arm.course[words.COST]
    unit = arm.outcome[words.COST].unit
    for row, values in ((1, _relate(own)), (2, cost)):
        figure.add_scatter(
            x=list(range(1, len(values) + 1)),
            y=values,
            name=name,
            legendgroup=name,
            showlegend=row == 1,
            mode="lines",
            line=line,
            hovertext=[_write(value, unit if row == 2 else "share") for value in values],
            hoverinfo="name+text",
            row=row,
            col=1,
        )


def _relate(values: Sequence[float | None]) -> list[float | None]:
    first = values[0]
    return [None if value is None or not first else value / first for value in values]


def _write(value: float | None, unit: str) -> str:
    return "" if value is None else write_quantity(value, unit)
