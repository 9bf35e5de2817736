"""What a total is made of: the cost of a citizen helped by its parts, failure demand by cause."""

from collections.abc import Sequence
from math import fsum

import plotly.graph_objects as go

from sim.analysis.comparison import Compared
from sim.charts import look
from sim.results import Interval
from sim.words import charts as words
from sim.words import say
from sim.words.numbers import write_quantity

LEGEND_ROW_PX = 21
BARS_PX = 270
LABEL = 20
CAUSE_PX = 46
NOTHING = Interval(0.0, 0.0, 0.0)


def plot_cost_breakdown(parts: Sequence[Compared], designs: Sequence[str]) -> go.Figure:
    """Plot the cost of each design as one bar, cut into its parts.

    Parameters
    ----------
    parts
        The parts, all in one unit; those that are 0 in both designs are left out.
    designs
        Names of the two designs as people read them.
    """
    shown = [part for part in parts if any(_values(part))]
    figure = go.Figure([_bar(part, designs, i) for i, part in enumerate(shown)])
    for place, design in enumerate(designs):
        total = fsum(_values(part)[place] for part in parts)
        _write_above(figure, design, write_quantity(total, parts[0].unit if parts else ""))
    figure.update_layout(barmode="stack", bargap=0.55)
    figure.update_xaxes(**look.axis_of(parts[0].unit if parts else ""))
    figure.update_yaxes(autorange="reversed", showticklabels=False)
    below = LEGEND_ROW_PX * len(shown)
    look.dress(figure, say(words.COST), height=BARS_PX + below)
    legend = {"orientation": "v", "traceorder": "normal", "yref": "container", "y": 0}
    figure.update_xaxes(showgrid=False)
    figure.update_layout(legend=legend, margin={"t": 48, "b": below + 60})
    return figure


def _write_above(figure: go.Figure, design: str, total: str) -> None:
    """Write the name of a design and its total above its bar, where no label can be cut off."""
    figure.add_annotation(
        x=0,
        y=design,
        text=f"<b>{design}</b>: {total}",
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        yshift=22,
    )


def _values(part: Compared) -> list[float]:
    return [interval.mean if interval else 0.0 for interval in (part.first, part.second)]


def _bar(part: Compared, designs: Sequence[str], place: int) -> go.Bar:
    values = _values(part)
    return go.Bar(
        x=values,
        y=list(designs),
        orientation="h",
        name=say(part.title),
        marker={
            "color": look.PART_COLOURS[place % len(look.PART_COLOURS)],
            "line": {"color": look.HAIRLINE, "width": 1},
        },
        customdata=[write_quantity(value, part.unit) for value in values],
        hovertemplate=look.hover(say(part.title), "%{y}: %{customdata}"),
    )


def plot_failure_causes(causes: Sequence[Compared], designs: Sequence[str]) -> go.Figure:
    """Plot failure demand by cause: a pair of bars for each, the largest on top.

    Parameters
    ----------
    causes
        One measure for each cause, all in one unit; those that are 0 in both designs are left out.
    designs
        Names of the two designs as people read them.
    """
    shown = sorted((c for c in causes if _weight(c) > 0), key=_weight, reverse=True)
    figure = go.Figure([_bars_of_cause(shown, designs, place) for place in range(len(designs))])
    figure.update_layout(barmode="group", bargap=0.3, bargroupgap=0.05)
    figure.update_xaxes(**look.axis_of(causes[0].unit if causes else ""), rangemode="tozero")
    figure.update_yaxes(autorange="reversed")
    return look.dress(figure, say(words.CAUSES), height=150 + CAUSE_PX * max(len(shown), 1))


def _weight(cause: Compared) -> float:
    return fsum(interval.mean for interval in (cause.first, cause.second) if interval)


def _bars_of_cause(causes: Sequence[Compared], designs: Sequence[str], place: int) -> go.Bar:
    pairs = [((cause.first, cause.second)[place] or NOTHING, cause) for cause in causes]
    return go.Bar(
        x=[interval.mean for interval, _ in pairs],
        y=[look.wrap(say(cause.title), LABEL) for cause in causes],
        orientation="h",
        name=designs[place],
        marker={"color": look.DESIGN_COLOURS[place]},
        hovertemplate=[look.hover_interval(designs[place], i, cause.unit) for i, cause in pairs],
    )
