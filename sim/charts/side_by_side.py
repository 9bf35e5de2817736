"""Chosen measures of two designs, each with its interval."""

from collections.abc import Sequence

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from sim.analysis.comparison import Compared
from sim.charts import look
from sim.results import Interval
from sim.words import charts as words
from sim.words import say

ROW_PX = 104
TOP_PX = 116
LEGEND_PX = 44
"""How far the legend stands above the first scale, whose title may take two lines."""


def plot_side_by_side(measures: Sequence[Compared], designs: Sequence[str]) -> go.Figure:
    """Plot each measure on its own scale: a mark for each design, a line for its 95 % interval.

    Parameters
    ----------
    measures
        What to show, from top to bottom; a design in which one does not apply has no mark.
    designs
        Names of the two designs as people read them.
    """
    rows = max(len(measures), 1)
    gap = 0.58 / rows if rows > 1 else 0
    figure = make_subplots(rows, 1, vertical_spacing=gap, subplot_titles=_titles(measures))
    for row, measure in enumerate(measures, start=1):
        for place, interval in enumerate((measure.first, measure.second)):
            if interval is not None:
                figure.add_trace(_mark(measure, designs, place, interval, row == 1), row, 1)
        figure.update_xaxes(row=row, tickformat=look.axis_of(measure.unit)["tickformat"])
    figure.update_xaxes(rangemode="tozero")
    figure.update_annotations(x=0, xanchor="left", align="left", font={"size": 13})
    figure.update_yaxes(showticklabels=False, range=(-0.6, 1.6), autorange=False)
    look.dress(figure, say(words.SIDE_BY_SIDE), height=TOP_PX + ROW_PX * rows)
    above = 1 + LEGEND_PX / (ROW_PX * rows)
    figure.update_layout(margin={"t": TOP_PX, "b": 0}, legend={"y": above})
    return figure


def _titles(measures: Sequence[Compared]) -> list[str]:
    return [look.wrap(_title(measure), look.LINE) for measure in measures]


def _title(measure: Compared) -> str:
    """Return a measure's title with its unit, unless it says that itself."""
    title, unit = say(measure.title), look.axis_of(measure.unit)["title"]["text"]
    return title if unit.lower() in title.lower() else f"{title} ({unit})"


def _mark(
    measure: Compared, designs: Sequence[str], place: int, interval: Interval, in_legend: bool
) -> go.Scatter:
    return go.Scatter(
        x=[interval.mean],
        y=[1 - place],
        name=designs[place],
        legendgroup=designs[place],
        showlegend=in_legend,
        mode="markers",
        marker={
            "color": look.DESIGN_COLOURS[place],
            "symbol": look.DESIGN_SYMBOLS[place],
            "size": 12,
        },
        error_x={
            "array": [interval.high - interval.mean],
            "arrayminus": [interval.mean - interval.low],
            "color": look.DESIGN_COLOURS[place],
            "thickness": 3,
        },
        hovertemplate=look.hover_interval(designs[place], interval, measure.unit),
    )
