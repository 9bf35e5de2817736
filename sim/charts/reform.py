"""A reform over time: what it was, what it becomes, and what it would have been otherwise."""

from collections.abc import Sequence
from math import isfinite
from typing import NamedTuple

import plotly.graph_objects as go

from sim.charts.look import DESIGN_SYMBOLS, wrap
from sim.charts.on_page import add_source, lay_out_days
from sim.charts.tokens import CHART_TEXT_PX, LIGHT, Theme, lay_out
from sim.results import Interval
from sim.words import reform as words
from sim.words.numbers import SHARE

PANEL_PX, HEAD_PX, LINE_PX, AXIS_PX = 170, 40, 19, 56
"""Height of a panel, of the line above it and of each further one, and room for the axis."""
LEFT_PX = 44
"""Room for the numbers on the left; names and source begin at its edge."""
ABOVE = 1.15
"""How much higher a panel is than its highest line."""
NAME_LETTERS = 40
MARKED_EVERY = 4
"""A course has a mark at every so many-th span, which tells the designs apart without colour."""
BAND_OPACITY = 0.18


class ReformPanel(NamedTuple):
    """One thing over time."""

    name: str
    """What stands above it."""
    unit: str
    spans: Sequence[float]
    """Where each value stands, in spans from the reform."""
    stays: Sequence[float]
    """As the first design stays what it is; NaN where there is nothing, as in the next."""
    other: Sequence[float]
    """As the second is there all along."""
    changes: Sequence[Interval | None]
    """As the first becomes the second."""


class Sheet(NamedTuple):
    """One panel to draw on."""

    figure: go.Figure
    axis: str
    """Name of its vertical axis."""
    colours: tuple[str, str]
    """Of the two designs."""


def plot_reform(
    panels: Sequence[ReformPanel],
    names: tuple[str, str],
    axis: str,
    source: str,
    theme: Theme = LIGHT,
) -> go.Figure:
    """Plot what a reform changes, one panel below the other.

    Parameters
    ----------
    panels
        The charts.
    names
        What the two lines are called beside which the reform runs: the first design if it stays,
        and the second if it had been there all along.
    axis
        What the spans are.
    source
        Where it is from: stands in the figure, so that it goes with a picture of it.
    theme
        The colours.
    """
    figure = go.Figure()
    heads = [HEAD_PX + LINE_PX * wrap(panel.name, NAME_LETTERS).count("<br>") for panel in panels]
    end = height = sum(heads) + len(panels) * PANEL_PX
    for number, panel in enumerate(panels):
        end -= heads[number]
        name = f"y{number + 1}" if number else "y"
        sheet = Sheet(figure, name, (theme.first, theme.second))
        _lay_out(sheet, panel, ((end - PANEL_PX) / height, end / height), theme)
        _draw(sheet, panel)
        end -= PANEL_PX
    _name_lines(figure, panels[0], names, theme)
    figure.update_xaxes(range=[min(panels[0].spans) - 1, max(panels[-1].spans) + 1])
    return _dress(figure, len(panels), height, (axis, source), theme)


def _lay_out(sheet: Sheet, panel: ReformPanel, domain: tuple[float, float], theme: Theme) -> None:
    top = ABOVE * _find_top(panel)
    _draw_day(sheet, top, theme)
    sheet.figure.layout[f"yaxis{sheet.axis[1:]}"] = {
        "domain": list(domain),
        "range": [0, top],
        "gridcolor": theme.rule,
        "griddash": "dot",
        "zerolinecolor": theme.rule,
        "fixedrange": True,
        "tickformat": ".0%" if panel.unit == SHARE else ",~r",
        "nticks": 5,
    }
    sheet.figure.add_annotation(
        x=0,
        y=domain[1],
        xref="paper",
        yref="paper",
        text=f"<b>{wrap(panel.name, NAME_LETTERS)}</b>",
        align="left",
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        xshift=-LEFT_PX,
        yshift=2,
        font={"color": theme.ink, "size": CHART_TEXT_PX + 1},
    )


def _find_top(panel: ReformPanel) -> float:
    ends = [one.high for one in panel.changes if one]
    known = [value for value in (*panel.stays, *panel.other) if isfinite(value)]
    means = [one.mean for one in panel.changes if one]
    # An interval of few replications can be very long: it may leave the panel, no line does.
    return max([*known, *means, min(max(ends, default=0), 2 * max(means, default=0)), 0.01])


def _draw(sheet: Sheet, panel: ReformPanel) -> None:
    for place, values in enumerate((panel.stays, panel.other)):
        _draw_reference(sheet, place, panel.spans, values)
    seen = list(zip(panel.spans, panel.changes, strict=True))
    for place, part in enumerate((_before(seen), _after(seen))):
        known = [(x, one) for x, one in part if one]
        _draw_band(sheet, place, known)
        _draw_course(sheet, place, known, panel.unit)


def _draw_day(sheet: Sheet, top: float, theme: Theme) -> None:
    line = {"color": theme.ink, "width": 1}
    ends = {"x0": 0, "x1": 0, "y0": 0, "y1": top}
    sheet.figure.add_shape(type="line", yref=sheet.axis, **ends, line=line, layer="below")


Seen = Sequence[tuple[float, Interval | None]]
Known = Sequence[tuple[float, Interval]]


def _before(seen: Seen) -> Seen:
    return [(x, one) for x, one in seen if x <= 0]


def _after(seen: Seen) -> Seen:
    """Return what follows the reform, and the last value before it, so that the line is whole."""
    before = _before(seen)
    return [*before[-1:], *((x, one) for x, one in seen if x > 0)]


def _draw_reference(
    sheet: Sheet, place: int, spans: Sequence[float], values: Sequence[float]
) -> None:
    sheet.figure.add_scatter(
        x=list(spans),
        y=list(values),
        yaxis=sheet.axis,
        mode="lines",
        line={"color": sheet.colours[place], "width": 1.5, "dash": "dot"},
        hoverinfo="skip",
    )


def _draw_band(sheet: Sheet, place: int, known: Known) -> None:
    sheet.figure.add_scatter(
        x=[x for x, _ in known] + [x for x, _ in reversed(known)],
        y=[one.low for _, one in known] + [one.high for _, one in reversed(known)],
        yaxis=sheet.axis,
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=sheet.colours[place],
        opacity=BAND_OPACITY,
        hoverinfo="skip",
    )


def _draw_course(sheet: Sheet, place: int, known: Known, unit: str) -> None:
    sizes = [8 if nth % MARKED_EVERY == 0 else 0 for nth in range(len(known))]
    sheet.figure.add_scatter(
        x=[x for x, _ in known],
        y=[one.mean for _, one in known],
        yaxis=sheet.axis,
        mode="lines+markers",
        line={"color": sheet.colours[place], "width": 3},
        marker={"symbol": DESIGN_SYMBOLS[place], "size": sizes},
        hovertext=[words.write_value(one.mean, unit) for _, one in known],
        hoverinfo="text",
    )


def _name_lines(
    figure: go.Figure, panel: ReformPanel, names: tuple[str, str], theme: Theme
) -> None:
    """Name the lines that run on where the other is not: beside the reform, on its far side."""
    for place, (name, values, side) in enumerate(
        zip(names, (panel.stays, panel.other), ("right", "left"), strict=True)
    ):
        known = [(x, y) for x, y in zip(panel.spans, values, strict=True) if isfinite(y)]
        if known:
            x, y = known[-1] if side == "right" else known[0]
            figure.add_annotation(
                x=x,
                y=y,
                text=name,
                showarrow=False,
                xanchor=side,
                yanchor="bottom",
                yshift=3,
                font={"color": (theme.first, theme.second)[place], "size": CHART_TEXT_PX},
            )


def _dress(
    figure: go.Figure, panels: int, height: int, texts: tuple[str, str], theme: Theme
) -> go.Figure:
    axis, source = texts
    below = AXIS_PX + add_source(figure, source, theme, below_px=AXIS_PX)
    figure.layout.annotations[-1].xshift = -LEFT_PX
    lay_out_days(figure, axis, panels)
    figure.update_layout(
        height=height + below,
        margin={"l": LEFT_PX, "r": 16, "t": 0, "b": below},
        **lay_out(theme),
        showlegend=False,
    )
    return figure
