"""A break-even map on a page: the difference of two designs over two quantities.

Nothing is told by colour alone: where chance could turn the order the cells are hatched, where
nothing can be told they are crossed, and the order turns along a line.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import plotly.graph_objects as go

from sim.analysis.sensitivity import BreakevenMap, MapCell
from sim.analysis.sensitivity.surface.axes import Axis
from sim.charts import look, tokens
from sim.charts.breakeven_map import hover_cell, list_rows
from sim.charts.on_page import LINE_PX, TICKS_PX, add_source
from sim.charts.tokens import CHART_TEXT_PX, Theme
from sim.words import say
from sim.words import sensitivity as words
from sim.words.designs import say_designs
from sim.words.numbers import SHARE

PLOT_PX, BAR_PX, LEGEND_PX, GAP_PX = 380, 84, 22, 14
LETTERS = 46
"""Letters of a line that fit on a telephone, beside what stands at the vertical axis."""
VEIL = "rgba(128, 128, 128, 0.55)"
HATCH, CROSS = "line-ne", "x-thin"


class Named(NamedTuple):
    """What a map says beside its cells."""

    across: str
    """What the quantity is called along which it goes to the right."""
    upwards: str
    source: str
    """Where it is from, as one line."""


def plot_map_on_page(result: BreakevenMap, named: Named, theme: Theme) -> go.Figure:
    """Plot the difference of two designs over two quantities.

    Parameters
    ----------
    result
        The map.
    named
        Names and source.
    theme
        The colours of the page; where the second design is lower, its colour.
    """
    figure = go.Figure()
    figure.add_traces([_draw_cells(result, theme), _veil(result), _draw_line(result, theme)])
    figure.add_traces(list(_mark(result, theme)))
    return _lay_out(figure, result, named, theme)


def _draw_cells(result: BreakevenMap, theme: Theme) -> go.Heatmap:
    rows = list_rows(result.cells)
    unit = look.axis_of(result.about.unit)
    return go.Heatmap(
        **_place(rows),
        z=[[cell.mean for cell in row] for row in rows],
        zmid=0,
        colorscale=((0.0, theme.second), (0.5, theme.shade), (1.0, theme.first)),
        colorbar={
            "orientation": "h",
            "thickness": 12,
            "len": 1,
            "x": 0.5,
            "yanchor": "top",
            "tickformat": unit["tickformat"],
            "title": {
                "text": look.wrap(" − ".join(reversed(say_designs(result.about.designs))), LETTERS),
                "side": "top",
                "font": {"size": CHART_TEXT_PX},
            },
        },
        hovertemplate=[[hover_cell(cell, result) for cell in row] for row in rows],
        xgap=1,
        ygap=1,
    )


def _place(rows: list[list[MapCell]]) -> dict[str, list[float]]:
    return {"x": [cell.x for cell in rows[0]], "y": [row[0].y for row in rows]}


def _veil(result: BreakevenMap) -> go.Heatmap:
    """Draw grey over the cells in which the designs are not told apart."""
    rows = list_rows(result.cells)
    return go.Heatmap(
        **_place(rows),
        z=[[1 if _is_unsure(cell) else None for cell in row] for row in rows],
        colorscale=((0, VEIL), (1, VEIL)),
        showscale=False,
        hoverinfo="skip",
    )


def _is_unsure(cell: MapCell) -> bool:
    return cell.mean is not None and not cell.sure_sign


def _draw_line(result: BreakevenMap, theme: Theme) -> go.Contour:
    rows = list_rows(result.cells)
    return go.Contour(
        **_place(rows),
        z=[[cell.mean for cell in row] for row in rows],
        contours={"start": 0, "end": 0, "size": 1, "coloring": "none"},
        line={"color": theme.ink, "width": 3},
        showscale=False,
        hoverinfo="skip",
        name=say(words.LINE_OF_MAP),
        showlegend=_turns(result),
    )


def _turns(result: BreakevenMap) -> bool:
    """Tell whether the order turns anywhere in the mean."""
    means = [cell.mean for cell in result.cells if cell.mean is not None]
    return min(means, default=0.0) < 0 < max(means, default=0.0)


def _mark(result: BreakevenMap, theme: Theme) -> Iterable[go.Scatter]:
    """Yield the marks of what is not told apart, and of what cannot be told."""
    unsure = [cell for cell in result.cells if _is_unsure(cell)]
    untold = [cell for cell in result.cells if cell.mean is None]
    for cells, symbol, name in (
        (unsure, HATCH, words.NOT_APART),
        (untold, CROSS, words.CANNOT_BE_TOLD),
    ):
        if cells:
            yield _draw_marks(cells, symbol, say(name), theme)


def _draw_marks(cells: list[MapCell], symbol: str, name: str, theme: Theme) -> go.Scatter:
    return go.Scatter(
        x=[cell.x for cell in cells],
        y=[cell.y for cell in cells],
        mode="markers",
        marker={"symbol": symbol, "size": 16, "line": {"color": theme.ink, "width": 1.5}},
        name=name,
        hoverinfo="skip",
    )


def _lay_out(figure: go.Figure, result: BreakevenMap, named: Named, theme: Theme) -> go.Figure:
    across = look.wrap(named.across, LETTERS)
    upwards = look.wrap(f"↑ {named.upwards}", LETTERS)
    in_legend = sum(one.showlegend is not False and one.name is not None for one in figure.data)
    top_px = LEGEND_PX * in_legend + LINE_PX * (1 + upwards.count("<br>")) + GAP_PX
    axis_px = TICKS_PX + LINE_PX * (1 + across.count("<br>"))
    bar_px = BAR_PX + LINE_PX * figure.data[0].colorbar.title.text.count("<br>")
    source_px = add_source(figure, named.source, theme, below_px=axis_px + bar_px, letters=LETTERS)
    bottom_px = axis_px + bar_px + source_px
    figure.data[0].colorbar.y = -axis_px / PLOT_PX
    figure.add_annotation(
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        yshift=4,
        text=upwards,
        align="left",
        showarrow=False,
    )
    figure.update_layout(
        **tokens.lay_out(theme),
        height=PLOT_PX + top_px + bottom_px,
        margin={"l": 8, "r": 16, "t": top_px, "b": bottom_px},
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        showlegend=True,
        hoverlabel={"namelength": -1},
    )
    place = _place(list_rows(result.cells))
    figure.update_xaxes(**_axis(result.x, place["x"]))
    figure.update_xaxes(title={"text": across, "font": {"size": CHART_TEXT_PX}})
    figure.update_yaxes(**_axis(result.y, place["y"]))
    return figure


def _axis(axis: Axis, values: list[float]) -> dict[str, Any]:
    """Return the settings of an axis, with a tick at each value that was run."""
    return {
        "type": "log" if axis.is_log else "linear",
        "tickvals": values,
        "tickformat": ",.3~%" if axis.unit == SHARE else ",.3~r",
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
    }
