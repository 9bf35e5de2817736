"""What either design costs as needs vary more, and where one stands on that line."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import plotly.graph_objects as go

from sim.analysis.breakeven import Breakeven
from sim.charts import tokens
from sim.charts.look import LINE, wrap
from sim.charts.pairs import MARKS, Trace
from sim.charts.tokens import Theme
from sim.words import charts as words
from sim.words import say, say_sentence
from sim.words.designs import name_design
from sim.words.numbers import currency_of, write_currency, write_money

HEIGHT = 330
DASHES = ("solid", "dash")
SYMBOLS = ("circle", "diamond")
SHADE = "rgba(128, 128, 128, 0.18)"
Line = tuple[list[float], list[float]]


def plot_variety_line(found: Breakeven, here: float, theme: Theme) -> go.Figure:
    """Plot the cost of both designs over the variety of needs.

    Parameters
    ----------
    found
        The cost at each variety, and where the designs change places.
    here
        The variety at which one stands.
    theme
        The colours.
    """
    lines = [(design, line) for design in range(2) if (line := _read(found, design))[0]]
    names = [say_sentence(name_design(design)) for design in found.about.designs]
    currency = currency_of(found.about.unit)
    traces = [
        trace
        for design, line in lines
        for trace in (
            _draw(names[design], design, line, currency, theme),
            _mark(line, design, here, theme),
        )
    ]
    ends = [_name(names[design], design, line, theme) for design, line in lines]
    bands = list(_find_bands(found))
    shapes = [_band(low, high) for low, _, high in bands]
    layout = {
        "shapes": [*shapes, _stand(here, theme)],
        "annotations": [*ends, *(_name_band(found, x, theme) for _, x, _ in bands)],
        **_lay_out(found, theme),
    }
    return go.Figure(traces, layout)


def _read(found: Breakeven, design: int) -> Line:
    told = [
        (point.x, one.mean) for point in found.profile.points if (one := point.intervals[design])
    ]
    return [x for x, _ in told], [y for _, y in told]


def _draw(name: str, design: int, line: Line, currency: str, theme: Theme) -> Trace:
    return {
        "type": "scatter",
        "x": line[0],
        "y": line[1],
        "mode": "lines",
        "line": {"color": _colour(design, theme), "width": 3, "dash": DASHES[design]},
        "hovertemplate": [
            f"<b>{name}</b><br>{write_money(y, currency)}<extra></extra>" for y in line[1]
        ],
        "showlegend": False,
    }


def _colour(design: int, theme: Theme) -> str:
    return (theme.first, theme.second)[design]


def _mark(line: Line, design: int, here: float, theme: Theme) -> Trace:
    """Mark where one stands."""
    return {
        "type": "scatter",
        "x": [here],
        "y": [float(np.interp(here, *line))],
        "mode": "markers",
        "marker": {"color": _colour(design, theme), "size": 13, "symbol": SYMBOLS[design]},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _name(name: str, design: int, line: Line, theme: Theme) -> dict[str, Any]:
    return {
        "x": line[0][-1],
        "y": line[1][-1],
        "text": f"{MARKS[design]} {name}",
        "showarrow": False,
        "xanchor": "right",
        "yanchor": "bottom",
        "yshift": 4,
        "font": {"color": _colour(design, theme)},
    }


def _find_bands(found: Breakeven) -> Iterator[tuple[float, float, float]]:
    """Return from where to where chance alone could turn the order, and where it turns."""
    for crossing in found.profile.crossings:
        low = found.x.low if crossing.low is None else crossing.low
        yield low, crossing.x, found.x.high if crossing.high is None else crossing.high


def _band(low: float, high: float) -> dict[str, Any]:
    place = {"type": "rect", "yref": "paper", "y0": 0, "y1": 1, "x0": low, "x1": high}
    return {**place, "fillcolor": SHADE, "line": {"width": 0}, "layer": "below"}


def _stand(here: float, theme: Theme) -> dict[str, Any]:
    line = {"color": theme.ink, "width": 1, "dash": "dot"}
    return {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "x0": here, "x1": here, "line": line}


def _name_band(found: Breakeven, x: float, theme: Theme) -> dict[str, Any]:
    return {
        "x": x,
        "y": 0,
        "yref": "paper",
        "text": say(words.BOTH_THE_SAME),
        "showarrow": False,
        "xanchor": "left" if x < (found.x.low + found.x.high) / 2 else "right",
        "yanchor": "bottom",
        "font": {"color": theme.pale},
    }


def _lay_out(found: Breakeven, theme: Theme) -> dict[str, Any]:
    axis = {"automargin": True, "gridcolor": theme.rule, "zerolinecolor": theme.rule}
    across = {"title": {"text": wrap(say(words.VARIETY_AXIS), LINE)}, "showgrid": False}
    currency = write_currency(currency_of(found.about.unit))
    upwards = {"title": {"text": currency}, "rangemode": "tozero", "tickformat": ",~r"}
    return {
        "xaxis": {**axis, **across, "range": (found.x.low, found.x.high)},
        "yaxis": {**axis, **upwards},
        "height": HEIGHT,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "hovermode": "closest",
        **tokens.lay_out(theme),
    }
