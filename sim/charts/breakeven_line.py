"""Where two designs change places in one quantity, for values of another: the break-even line."""

from collections.abc import Iterator
from itertools import groupby

import plotly.graph_objects as go

from sim.analysis.breakeven import Axis, BreakevenLine, Crossing, Profile
from sim.charts import look
from sim.charts.breakeven import BAND, DIGITS, HEIGHT, NEUTRAL, ends_of, write_axis
from sim.words import charts as words
from sim.words import say
from sim.words.breakeven import tell_winner
from sim.words.numbers import write_decimal

SIDE_WIDTH = 7
SIDE_OPACITY = 0.6
LEGEND_PX = 48
OWN_COLOUR = "#E69F00"

Branch = list[tuple[float, Crossing]]
"""Crossings at neighbouring values of the second quantity, each with that value."""


def plot_breakeven_line(result: BreakevenLine) -> go.Figure:
    """Plot the break-even line with its band, and who does better on which side of it.

    Parameters
    ----------
    result
        The crossings, with their bands.
    """
    figure = go.Figure([_draw_side(result, place) for place in range(len(result.about.designs))])
    for branch in find_branches(result):
        figure.add_traces([_draw_band(result.x, branch), _draw_line(branch)])
    figure.add_traces(_draw_own_point(result.x, result.y))
    figure.update_xaxes(title=write_axis(result.x), range=(result.x.low, result.x.high))
    figure.update_yaxes(title=write_axis(result.y))
    _name_once(figure)
    return look.dress(figure, say(words.WHERE_IT_TURNS), HEIGHT + LEGEND_PX, top=76 + LEGEND_PX)


def find_branches(result: BreakevenLine) -> Iterator[Branch]:
    """Join crossings at neighbouring values: the first with the first of its kind, and so on."""
    most = max((len(line.profile.crossings) for line in result.lines), default=0)
    for place in range(most):
        found = [(line.y, line.profile.crossings[place : place + 1]) for line in result.lines]
        for kind, branch in groupby(found, key=lambda pair: [c[3:5] for c in pair[1]]):
            if kind:
                yield [(y, crossing) for y, (crossing,) in branch]


def _draw_band(axis: Axis, branch: Branch) -> go.Scatter:
    ends = [(*ends_of(axis, crossing), y) for y, crossing in branch]
    return go.Scatter(
        x=[low for low, _, _ in ends] + [high for _, high, _ in ends[::-1]],
        y=[y for *_, y in ends] + [y for *_, y in ends[::-1]],
        fill="toself",
        fillcolor=BAND,
        line={"color": look.HAIRLINE, "width": 1},
        mode="lines",
        name=say(words.BAND),
        hovertemplate=f"{say(words.BAND)}<extra></extra>",
    )


def _draw_line(branch: Branch) -> go.Scatter:
    return go.Scatter(
        x=[crossing.x for _, crossing in branch],
        y=[y for y, _ in branch],
        mode="lines+markers",
        line={"color": NEUTRAL, "width": 3},
        marker={"color": NEUTRAL, "size": 7},
        name=say(words.BOTH_THE_SAME),
        hovertemplate=[_hover(crossing) for _, crossing in branch],
    )


def _hover(crossing: Crossing) -> str:
    low, high = (
        say(words.BEYOND) if end is None else write_decimal(end, DIGITS)
        for end in (crossing.low, crossing.high)
    )
    at = write_decimal(crossing.x, DIGITS)
    return look.hover(f"{say(words.BOTH_THE_SAME)}: {at}", say(words.BAND_OF, low=low, high=high))


def _draw_own_point(x: Axis, y: Axis) -> list[go.Scatter]:
    """Mark the scenario itself, where it lies within both ranges."""
    if any(a.own is None or not a.low <= a.own <= a.high for a in (x, y)):
        return []
    point = go.Scatter(
        x=[x.own],
        y=[y.own],
        mode="markers",
        marker={"symbol": "star", "size": 15, "color": OWN_COLOUR},
        cliponaxis=False,
        name=say(words.AS_IN_THE_SCENARIO),
        hovertemplate=look.hover(say(words.AS_IN_THE_SCENARIO), "%{x:.3g}, %{y:.3g}"),
    )
    return [point]


def _draw_side(result: BreakevenLine, place: int) -> go.Scatter:
    """Draw, in every row, where one design does better; rows without a crossing show it too."""
    design = result.about.designs[place]
    xs: list[float | None] = []
    ys: list[float | None] = []
    for line in result.lines:
        for low, high in _find_better(line.profile, result.x, design):
            xs += [low, high, None]
            ys += [line.y, line.y, None]
    told = tell_winner(result.about, design)
    return go.Scatter(
        x=xs,
        y=ys,
        mode="lines",
        line={"color": look.DESIGN_COLOURS[place], "width": SIDE_WIDTH},
        opacity=SIDE_OPACITY,
        name=told,
        hovertemplate=f"{told}<extra></extra>",
    )


def _find_better(profile: Profile, axis: Axis, design: str) -> Iterator[tuple[float, float]]:
    """Return the ranges outside all bands in which a design does better."""
    ends = [end for crossing in profile.crossings for end in ends_of(axis, crossing)]
    edges = [axis.low, *ends, axis.high]
    better = [crossing.below for crossing in profile.crossings[:1]]
    better += [crossing.above for crossing in profile.crossings]
    better = better or [profile.throughout or ""]
    for low, high, name in zip(edges[::2], edges[1::2], better, strict=True):
        if name == design and low < high:
            yield low, high


def _name_once(figure: go.Figure) -> None:
    """Leave one entry of each name in the legend."""
    seen: set[str] = set()
    for trace in figure.data:
        trace.update(legendgroup=trace.name, showlegend=trace.name not in seen)
        seen.add(trace.name)
