"""Plotting values over time, and within which limits they predictably go on."""

from collections.abc import Sequence

import plotly.graph_objects as go

from sim.charts import look
from sim.charts.on_page import add_source, lay_out_days
from sim.charts.tokens import CHART_TEXT_PX, LIGHT, Theme, lay_out
from sim.charts.xmr.lines import draw_lines, write_labels
from sim.charts.xmr.sheet import PANEL_PX, Sheet, XmrPanel, XmrStretch
from sim.words import capability as words

HEAD_PX, AXIS_PX, LABELS_PX = 34, 60, 98
"""Height of the line above a panel, room for the axis, and for labels on the right."""
NAME_LETTERS, NAME_LINE_PX = 34, 19
"""Letters of a panel's name that fit on a line on a telephone, and what a further line takes."""
ABOVE = 1.12
"""How much higher a panel is than the highest of its lines; what is above stands on its edge."""


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
            draw_lines(sheet, stretch, stretch.limits)
            write_labels(sheet, stretch, stretch.limits, is_last=stretch is last)


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
    lay_out_days(figure, axis, panels)
    figure.update_layout(
        height=height + below,
        margin={"l": 36, "r": LABELS_PX, "t": 0, "b": below},
        **lay_out(theme),
        showlegend=False,
    )
    return figure
