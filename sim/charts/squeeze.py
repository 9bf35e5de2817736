"""Two designs with fewer and fewer staff: how long a need takes, failure demand, where it tips."""

from typing import Any

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from sim.analysis.twin.staff_line import StaffLine, StaffLines
from sim.charts import look
from sim.charts.on_page import set_on_page
from sim.charts.tokens import Theme
from sim.words import say, say_sentence
from sim.words import staff_line as words
from sim.words.designs import name_design
from sim.words.numbers import SHARE, write_headline, write_number

HEIGHT_PX, TOP_PX = 480, 90
LEGEND_PX = 84
"""Room above for the names of the designs, on a telephone below each other, and a heading."""
GAP = 0.2
LABEL_PX = 18
"""What is written at one mark stands so much lower than what is written at the one before."""
NEAR_EDGE = 0.25
"""Of the width: marks nearer the left edge than this have no room on that side."""
UNITS = {"days": "", "failure_share": SHARE}
"""The figures that are drawn, each in a row."""


def plot_squeeze(lines: StaffLines, staff: int, theme: Theme) -> go.Figure:
    """Plot figures against the number of staff, for a page.

    Parameters
    ----------
    lines
        What is told of each design.
    staff
        The number that is looked at.
    theme
        The colours of the page.
    """
    titles = [say(words.DAYS), say(words.FAILURE)]
    figure = make_subplots(
        rows=2, cols=1, shared_xaxes=True, vertical_spacing=GAP, subplot_titles=titles
    )
    figure.update_annotations(x=0, xanchor="left", align="left")
    for nth, (design, line) in enumerate(lines.designs.items()):
        colour = (theme.first, theme.second)[nth]
        _draw(figure, nth, say_sentence(name_design(design)), line, colour)
        if line.tips is not None:
            middle = sum(line.tips) / 2
            figure.add_vline(x=middle, line={"color": colour, "width": 2, "dash": "dash"})
            figure.add_annotation(_write_tips(lines, middle, nth, colour), bgcolor=theme.paper)
    figure.update_xaxes(title={"text": say(words.STAFF)}, row=2, col=1)
    look.dress(figure, say(words.HEADING), HEIGHT_PX, top=TOP_PX)
    return _set(set_on_page(figure, words.tell_source(), theme), lines, staff, theme)


def _set(figure: go.Figure, lines: StaffLines, staff: int, theme: Theme) -> go.Figure:
    """Mark the number that is looked at, and set axes and names on the page."""
    figure.add_vline(x=staff, line={"color": theme.ink, "width": 1, "dash": "dot"})
    least, most = lines.numbers[0], lines.numbers[-1]
    figure.update_xaxes(range=(least - 0.7, most + 0.7), tickformat=",d", showgrid=False)
    figure.update_xaxes(fixedrange=True, nticks=10)
    figure.update_yaxes(fixedrange=True, showgrid=True, gridcolor=theme.rule, rangemode="tozero")
    figure.update_yaxes(tickformat=",~r", row=1, col=1)
    figure.update_yaxes(tickformat=",.0%", row=2, col=1)
    legend = {"yref": "container", "y": 1, "yanchor": "top"}
    height = figure.layout.height + LEGEND_PX
    return figure.update_layout(height=height, margin={"t": LEGEND_PX}, legend=legend)


def _draw(figure: go.Figure, nth: int, name: str, line: StaffLine, colour: str) -> None:
    """Draw a design: a line for each figure, through the numbers with which it can be told."""
    told = [(staff, line.told(staff)) for staff in sorted(line.figures)]
    for row, (measure, unit) in enumerate(UNITS.items(), start=1):
        points = [(staff, getattr(one, measure)) for staff, one in told if one is not None]
        figure.add_scatter(
            x=[staff for staff, _ in points],
            y=[value for _, value in points],
            name=name,
            legendgroup=name,
            showlegend=row == 1,
            mode="lines+markers",
            line={"color": colour, "width": 3},
            marker={"symbol": look.DESIGN_SYMBOLS[nth], "size": 8},
            hovertext=[_write(staff, value, unit) for staff, value in points],
            hoverinfo="name+text",
            row=row,
            col=1,
        )


def _write(staff: int, value: float, unit: str) -> str:
    return f"{write_number(staff, 0)} {say(words.STAFF)}: {write_headline(value, unit)}"


def _write_tips(lines: StaffLines, middle: float, nth: int, colour: str) -> dict[str, Any]:
    """Return what is written at the mark of a design: beyond it, where nothing of it is drawn."""
    least, most = lines.numbers[0], lines.numbers[-1]
    has_room = middle - least > NEAR_EDGE * (most - least)
    return {
        "x": middle,
        "xref": "x",
        "y": 1,
        "yref": "y domain",
        "text": say(words.TIPS),
        "font": {"color": colour},
        "showarrow": False,
        "xanchor": "right" if has_room else "left",
        "yanchor": "top",
        "xshift": -4 if has_room else 4,
        "yshift": -LABEL_PX * nth,
    }
