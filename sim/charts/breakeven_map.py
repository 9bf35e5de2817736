"""Two designs over two factors: their difference, and the line where they change places."""

from itertools import groupby

import plotly.graph_objects as go

from sim.analysis.sensitivity import BreakevenMap, MapCell, Surface
from sim.charts import look
from sim.words import say
from sim.words import sensitivity as words
from sim.words.numbers import write_decimal, write_quantity

HEIGHT, TOP_PX, BELOW_PX = 580, 120, 72
DIVERGING = ((0.0, look.DESIGN_COLOURS[1]), (0.5, "#F7F7F7"), (1.0, look.DESIGN_COLOURS[0]))
"""Where the difference is below 0 the second design is lower: its colour; above, the first's."""
SEQUENTIAL = "Cividis"
"""Colours that colour-blind readers tell apart in order (Nuñez, Anderton & Renslow 2018)."""
GREY = "rgba(128, 128, 128, 0.55)"
LINE = "#222222"
DIGITS = 3
BELOW = {"orientation": "h", "thickness": 14, "y": 0, "yref": "container", "yanchor": "bottom"}
"""The scale of colours: beside the picture a telephone has no room. The title says what it is."""


def plot_breakeven_map(result: BreakevenMap) -> go.Figure:
    """Plot the difference of two designs over two factors.

    Parameters
    ----------
    result
        The map. Cells in which the designs are not told apart are covered with grey; those of
        which nothing can be told stay empty.
    """
    rows = list_rows(result.cells)
    x, y = [cell.x for cell in rows[0]], [row[0].y for row in rows]
    differences = [[cell.mean for cell in row] for row in rows]
    figure = go.Figure()
    figure.add_heatmap(
        x=x,
        y=y,
        z=differences,
        zmid=0,
        colorscale=DIVERGING,
        colorbar=BELOW,
        hovertemplate=[[hover_cell(cell, result) for cell in row] for row in rows],
    )
    figure.add_heatmap(
        x=x,
        y=y,
        z=[[_mark(cell) for cell in row] for row in rows],
        colorscale=((0, GREY), (1, GREY)),
        showscale=False,
        hoverinfo="skip",
        name=say(words.NOT_APART),
    )
    figure.add_contour(
        x=x,
        y=y,
        z=differences,
        contours={"start": 0, "end": 0, "size": 1, "coloring": "none"},
        line={"color": LINE, "width": 3},
        showscale=False,
        showlegend=True,
        name=say(words.CHANGE_PLACES),
        hoverinfo="skip",
    )
    figure.add_scatter(  # a mark of the legend: a heat map has none
        x=[None],
        y=[None],
        mode="markers",
        marker={"color": GREY, "symbol": "square", "size": 12},
        name=say(words.NOT_APART),
        showlegend=True,
    )
    _name_axes(figure, result.x.key, result.y.key, is_log=(result.x.is_log, result.y.is_log))
    title = f"{say(words.MAP)} {words.name_outcome(result.about)}"
    return _dress(figure, title)


def plot_surface(result: Surface) -> go.Figure:
    """Plot an outcome over two factors, as a surrogate has it.

    Parameters
    ----------
    result
        A surface over two factors; of one over three the middle of the third is drawn.
    """
    x, y, *third = result.axes
    middle = third[0].spread(3)[1] if third else None
    cells = [cell for cell in result.cells if not third or cell.place[2] == middle]
    figure = go.Figure()
    figure.add_contour(
        x=[cell.place[0] for cell in cells],
        y=[cell.place[1] for cell in cells],
        z=[cell.mean for cell in cells],
        colorscale=SEQUENTIAL,
        contours={"coloring": "heatmap"},
        colorbar=BELOW,
        hovertemplate="%{x:.3~g}, %{y:.3~g}: %{z:.3~g}<extra></extra>",
    )
    _name_axes(figure, x.key, y.key, is_log=(x.is_log, y.is_log))
    at = f" ({third[0].key} = {write_decimal(middle or 0.0, DIGITS)})" if third else ""
    title = f"{say(words.SURFACE)} {words.name_outcome(result.about)}{at}"
    return _dress(figure, title)


def list_rows(cells: tuple[MapCell, ...]) -> list[list[MapCell]]:
    """List the rows of a map, the lowest first."""
    return [list(row) for _, row in groupby(cells, key=lambda cell: cell.y)]


def _mark(cell: MapCell) -> int | None:
    """Return 1 for a cell in which the designs are not told apart, and nothing for others."""
    return 1 if cell.mean is not None and not cell.sure_sign else None


def _dress(figure: go.Figure, title: str) -> go.Figure:
    figure = look.dress(figure, title, HEIGHT, top=TOP_PX)
    return figure.update_layout(margin_b=BELOW_PX)


def hover_cell(cell: MapCell, result: BreakevenMap) -> str:
    """Write what is shown of a cell that is pointed at."""
    at = (write_decimal(value, DIGITS) for value in (cell.x, cell.y))
    name = f"{result.x.key} = {next(at)}, {result.y.key} = {next(at)}"
    if cell.mean is None:
        return look.hover(name, say(words.CANNOT_BE_TOLD))
    more = [] if cell.sure_sign else [say(words.NOT_APART)]
    return look.hover(name, write_quantity(cell.mean, result.about.unit), *more)


def _name_axes(figure: go.Figure, x: str, y: str, *, is_log: tuple[bool, bool]) -> None:
    kinds = ["log" if one else "linear" for one in is_log]
    figure.update_xaxes(title=f"<b>{x}</b>", type=kinds[0])
    figure.update_yaxes(title=f"<b>{y}</b>", type=kinds[1])
