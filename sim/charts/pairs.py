"""Measures of two designs as pairs of bars, labelled on the bars; there is no legend."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from sim.charts import tokens
from sim.charts.tokens import Theme
from sim.results import Interval
from sim.words import charts as words
from sim.words.numbers import write_quantity

BAR, GAP, HEAD = 26, 6, 24
"""Pixels: a bar, between two bars, and the line of text above a pair."""
ROOM_FOR_VALUE = 1.34
"""How much longer the axis is than the longest bar, so that the value fits behind it."""
MARKS = ("●", "◆")


class Pair(NamedTuple):
    """A measure in two designs."""

    label: str
    unit: str
    values: tuple[Interval | None, Interval | None]
    before: tuple[float | None, float | None] = (None, None)
    """What it was in either before something was changed."""


def plot_pairs(pairs: Sequence[Pair], designs: Sequence[str], theme: Theme) -> go.Figure:
    """Plot two bars for each measure; a thin line where a bar ended before.

    Parameters
    ----------
    pairs
        The measures, all on one axis.
    designs
        Names of the two designs as people read them.
    theme
        Its colours.
    """
    figure, longest = go.Figure(), _find_longest(pairs)
    for place, pair in enumerate(pairs):
        _write_head(figure, pair.label, place, theme)
    for design in range(len(designs)):
        _add_bars(figure, pairs, designs, design, theme)
        _add_before(figure, pairs, design, theme)
    return _dress(figure, len(pairs), longest, theme)


def _find_longest(pairs: Sequence[Pair]) -> float:
    found = [one.mean for pair in pairs for one in pair.values if one]
    found += [one for pair in pairs for one in pair.before if one]
    return max(found, default=1.0) or 1.0


def _top_of(place: int, design: int) -> float:
    """Return where a bar's middle lies, in pixels from the top."""
    height = HEAD + 2 * (BAR + GAP)
    return place * height + HEAD + BAR / 2 + design * (BAR + GAP)


def _write_head(figure: go.Figure, label: str, place: int, theme: Theme) -> None:
    if label:
        figure.add_annotation(
            x=0,
            y=_top_of(place, 0) - BAR / 2 - 2,
            text=label,
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            font={"color": theme.pale},
        )


def _add_bars(
    figure: go.Figure, pairs: Sequence[Pair], designs: Sequence[str], design: int, theme: Theme
) -> None:
    shown = [(n, pair, one) for n, pair in enumerate(pairs) if (one := pair.values[design])]
    figure.add_bar(
        x=[one.mean for _, _, one in shown],
        y=[_top_of(place, design) for place, _, _ in shown],
        width=BAR,
        orientation="h",
        marker={"color": (theme.first, theme.second)[design]},
        text=[f"{MARKS[design]} {_write(pair, one)}" for _, pair, one in shown],
        textposition="outside",
        textfont={"color": theme.ink},
        cliponaxis=False,
        hovertemplate=[
            f"<b>{designs[design]}</b><br>{_write(pair, one)}<br>{words.say_ends(one, pair.unit)}"
            "<extra></extra>"
            for _, pair, one in shown
        ],
        showlegend=False,
    )


def _write(pair: Pair, one: Interval) -> str:
    return write_quantity(one.mean, pair.unit)


def _add_before(figure: go.Figure, pairs: Sequence[Pair], design: int, theme: Theme) -> None:
    """Mark where bars ended before, as a line across each of them."""
    for place, pair in enumerate(pairs):
        before = pair.before[design]
        if before is not None:
            middle = _top_of(place, design)
            figure.add_shape(
                type="line",
                x0=before,
                x1=before,
                y0=middle - BAR / 2 - 2,
                y1=middle + BAR / 2 + 2,
                line={"color": theme.ink, "width": 2, "dash": "dot"},
            )


def _dress(figure: go.Figure, pairs: int, longest: float, theme: Theme) -> go.Figure:
    height = pairs * (HEAD + 2 * (BAR + GAP))
    figure.update_layout(
        barmode="overlay",
        height=height + 8,
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
        font={"family": tokens.FONT, "size": tokens.CHART_TEXT_PX, "color": theme.ink},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        separators=words.separators(),
        uirevision="same",
    )
    figure.update_xaxes(visible=False, range=(0, longest * ROOM_FOR_VALUE), fixedrange=True)
    figure.update_yaxes(visible=False, range=(height, 0), fixedrange=True)
    return figure
