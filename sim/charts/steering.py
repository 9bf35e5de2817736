"""Managers quarter by quarter: what each sees, and below it what the service costs end to end."""

from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from sim.charts import look
from sim.steering import Arm
from sim.words import say
from sim.words import steering as words
from sim.words.designs import mention_design
from sim.words.numbers import write_quantity

COLOURS = ("#0072B2", "#D55E00", "#117733", "#882255", "#6699CC", "#999933")
"""Of managers; no colour is that of a design here."""
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
HEIGHT_PX, TOP_PX = 560, 120
GAP = 0.16


def plot_steering(arms: Sequence[Arm]) -> go.Figure:
    """Plot the courses of some managers who begin with one design, one line each.

    Parameters
    ----------
    arms
        Those of one start, with variety or without.
    """
    titles = [say(title) for title in (words.SEEN, words.LIVED)]
    figure = make_subplots(
        rows=2, cols=1, shared_xaxes=True, vertical_spacing=GAP, subplot_titles=titles
    )
    for nth, arm in enumerate(arms):
        _draw(figure, nth, arm)
    figure.update_xaxes(title={"text": say(words.QUARTERS)}, row=2, col=1, dtick=4)
    figure.update_yaxes(rangemode="tozero", tickformat=",.0%", row=1, col=1)
    figure.update_yaxes(rangemode="tozero", tickformat=",~r", row=2, col=1)
    title = say(words.COURSES, design=mention_design(arms[0].start))
    return look.dress(figure, title, HEIGHT_PX, top=TOP_PX)


def _draw(figure: go.Figure, nth: int, arm: Arm) -> None:
    """Draw the two lines of a manager: of the figure steered by, as a part of what it was."""
    name = say(words.name_policy(arm.by))
    line = {"color": COLOURS[nth % len(COLOURS)], "dash": DASHES[nth % len(DASHES)], "width": 3}
    own, cost = arm.course[words.first_of(arm.by)], arm.course[words.COST]
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
