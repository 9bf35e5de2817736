"""Capability charts (XmR): values over time, and within which limits they predictably go on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from sim.analysis.capability import Limits
from sim.charts import look
from sim.charts.on_page import add_source
from sim.charts.tokens import CHART_TEXT_PX, LIGHT, Theme, lay_out
from sim.words import capability as words

PANEL_PX, HEAD_PX, AXIS_PX, LABELS_PX = 220, 34, 60, 98
"""Height of a panel and of the line above it, room for the axis, and for labels on the right."""
NAME_LETTERS, NAME_LINE_PX = 34, 19
"""Letters of a panel's name that fit on a line on a telephone, and what a further line takes."""
LABEL_APART_PX = 17
ABOVE = 1.12
"""How much higher a panel is than the highest of its lines; what is above stands on its edge."""
DASHES = {"mean": "solid", "upper": "dash", "lower": "dash"}
NAMED_EARLIER = ("mean", "p90", "upper")
"""Lines that are named amid the chart, of days before a change: more would hide the values."""


class XmrStretch(NamedTuple):
    """Days with limits of their own."""

    from_day: float
    to_day: float
    place: int
    """0 or 1: which of the two designs it is."""
    limits: Limits | None
    """`None` where none are told."""


class XmrPanel(NamedTuple):
    """One chart of the figure."""

    name: str
    """What stands above it."""
    days: Sequence[float]
    values: Sequence[float]
    stretches: tuple[XmrStretch, ...]


class Sheet(NamedTuple):
    """One panel to draw on."""

    figure: go.Figure
    axis: str
    """Name of its vertical axis."""
    top: float
    """Where that ends."""
    theme: Theme


def plot_xmr(
    panels: Sequence[XmrPanel],
    axis: str,
    source: str,
    *,
    target: float | None = None,
    theme: Theme = LIGHT,
) -> go.Figure:
    """Plot values over time, one panel below the other, all on one scale.

    Parameters
    ----------
    panels
        The charts.
    axis
        What the days are.
    source
        Where it is from: stands in the figure, so that it goes with a picture of it.
    target
        Where to draw a line of a target, in the unit of the values.
    theme
        The colours.
    """
    figure, top = go.Figure(), _find_top(panels, target)
    heads = [_measure_head(panel) for panel in panels]
    end = height = sum(heads) + len(panels) * PANEL_PX
    for number, panel in enumerate(panels):
        end -= heads[number]
        sheet = Sheet(figure, f"y{number + 1}" if number else "y", top, theme)
        _lay_out(sheet, panel.name, (end - PANEL_PX) / height, end / height)
        _draw_panel(sheet, panel)
        if target is not None:
            _draw_target(sheet, target)
        end -= PANEL_PX
    return _dress(figure, height, (axis, source), theme)


def _measure_head(panel: XmrPanel) -> int:
    """Return the room that the name of a panel takes, in pixels."""
    return HEAD_PX + NAME_LINE_PX * look.wrap(panel.name, NAME_LETTERS).count("<br>")


def _find_top(panels: Sequence[XmrPanel], target: float | None) -> float:
    """Return where all panels end: a little above their highest line."""
    limits = [s.limits for panel in panels for s in panel.stretches if s.limits]
    lines = [line for one in limits for line in (one.upper, one.p95)]
    if not lines:
        lines = [value for panel in panels for value in panel.values]
    return ABOVE * max(*lines, target or 0.0, 0.01)


def _lay_out(sheet: Sheet, name: str, low: float, high: float) -> None:
    """Give a panel its place in the figure, from low to high, and its name."""
    sheet.figure.layout[f"yaxis{sheet.axis[1:]}"] = {
        "domain": [low, high],
        "range": [0, sheet.top],
        "gridcolor": sheet.theme.rule,
        "griddash": "dot",
        "zerolinecolor": sheet.theme.rule,
        "fixedrange": True,
        "tickformat": ",~r",
    }
    sheet.figure.add_annotation(
        x=0,
        y=high,
        xref="paper",
        yref="paper",
        text=f"<b>{look.wrap(name, NAME_LETTERS)}</b>",
        align="left",
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        yshift=4,
        font={"color": sheet.theme.ink, "size": CHART_TEXT_PX + 2},
    )


def _draw_panel(sheet: Sheet, panel: XmrPanel) -> None:
    last = panel.stretches[-1]
    for stretch in panel.stretches:
        if stretch is not last:
            _draw_change(sheet, stretch.to_day)
        _draw_values(sheet, panel, stretch)
        if stretch.limits is not None:
            _draw_lines(sheet, stretch, stretch.limits)
            _write_labels(sheet, stretch, stretch.limits, is_last=stretch is last)


def _draw_change(sheet: Sheet, day: float) -> None:
    sheet.figure.add_shape(
        type="line",
        x0=day,
        x1=day,
        yref=sheet.axis,
        y0=0,
        y1=sheet.top,
        line={"color": sheet.theme.ink, "width": 1},
        layer="below",
    )


def _draw_values(sheet: Sheet, panel: XmrPanel, stretch: XmrStretch) -> None:
    """Draw a mark for each value; one above the panel stands on its edge, as an arrow."""
    colour = (sheet.theme.first, sheet.theme.second)[stretch.place]
    every = zip(panel.days, panel.values, strict=True)
    inside = [pair for pair in every if stretch.from_day <= pair[0] <= stretch.to_day]
    for is_above, symbol in ((False, look.DESIGN_SYMBOLS[stretch.place]), (True, "triangle-up")):
        shown = [(day, value) for day, value in inside if (value > sheet.top) == is_above]
        size = 9 if is_above else 5
        sheet.figure.add_scatter(
            x=[day for day, _ in shown],
            y=[min(value, 0.98 * sheet.top) for _, value in shown],
            yaxis=sheet.axis,
            mode="markers",
            marker={"symbol": symbol, "size": size, "color": colour, "opacity": 0.6},
            hovertext=[words.write_value(value) for _, value in shown],
            hoverinfo="text",
            cliponaxis=False,
        )


def _draw_lines(sheet: Sheet, stretch: XmrStretch, limits: Limits) -> None:
    for name, value in _list_lines(limits):
        is_natural = name in DASHES
        sheet.figure.add_scatter(
            x=[stretch.from_day, stretch.to_day],
            y=[value, value],
            yaxis=sheet.axis,
            mode="lines",
            line={
                "color": sheet.theme.ink if is_natural else sheet.theme.pale,
                "width": 2 if is_natural else 1,
                "dash": DASHES.get(name, "dot"),
            },
            hoverinfo="skip",
        )


def _list_lines(limits: Limits) -> Iterator[tuple[str, float]]:
    """List the lines of a stretch; there is no lower limit where it would be below 0."""
    for name in ("median", "mean", "p90", "p95", "upper"):
        yield name, getattr(limits, name)
    if limits.lower > 0:
        yield "lower", limits.lower


def _write_labels(sheet: Sheet, stretch: XmrStretch, limits: Limits, *, is_last: bool) -> None:
    """Name the lines: beside the panel, those of an earlier stretch at its end."""
    named = [line for line in _list_lines(limits) if is_last or line[0] in NAMED_EARLIER]
    lines = sorted(named, key=lambda line: line[1])
    belong = [value / sheet.top * PANEL_PX for _, value in lines]
    at_end = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6}
    within = {"x": stretch.to_day, "xanchor": "right", "xshift": -4, "bgcolor": sheet.theme.paper}
    for (name, value), place, stands in zip(lines, belong, spread(belong), strict=True):
        sheet.figure.add_annotation(
            at_end if is_last else within,
            y=value,
            yref=sheet.axis,
            yshift=stands - place,
            text=words.name_line(name, value),
            showarrow=False,
            borderpad=0,
            font={
                "color": sheet.theme.ink if name in DASHES else sheet.theme.pale,
                "size": CHART_TEXT_PX,
            },
        )


def spread(places: Sequence[float], apart: float = LABEL_APART_PX) -> list[float]:
    """Move labels apart that would stand on each other; they are in rising order.

    Parameters
    ----------
    places
        Where they belong, in pixels from the bottom of the panel.
    apart
        Pixels from one to the next, at least.
    """
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + apart) if found else max(place, apart / 2))
    over = max(found[-1] - PANEL_PX, 0.0) if found else 0.0
    for nth in range(len(found) - 1, -1, -1):
        above = found[nth + 1] - apart if nth + 1 < len(found) else found[nth] - over
        found[nth] = min(found[nth], above)
    return found


def _draw_target(sheet: Sheet, target: float) -> None:
    sheet.figure.add_shape(
        type="line",
        xref="paper",
        x0=0,
        x1=1,
        yref=sheet.axis,
        y0=target,
        y1=target,
        line={"color": sheet.theme.press, "width": 2, "dash": "longdash"},
    )
    sheet.figure.add_annotation(
        x=0,
        xref="paper",
        y=target,
        yref=sheet.axis,
        text=words.name_target(target),
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        bgcolor=sheet.theme.paper,
        borderpad=0,
        font={"color": sheet.theme.press, "size": CHART_TEXT_PX},
    )


def _dress(figure: go.Figure, height: int, texts: tuple[str, str], theme: Theme) -> go.Figure:
    axis, source = texts
    panels = sum(name.startswith("yaxis") for name in figure.layout.to_plotly_json())
    below = AXIS_PX + add_source(figure, source, theme, below_px=AXIS_PX)
    figure.update_xaxes(
        title={"text": axis, "standoff": 6, "font": {"size": CHART_TEXT_PX}},
        anchor=f"y{panels}" if panels > 1 else "y",
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        tickformat=",d",
    )
    figure.update_layout(
        height=height + below,
        margin={"l": 36, "r": LABELS_PX, "t": 0, "b": below},
        **lay_out(theme),
        showlegend=False,
    )
    return figure
