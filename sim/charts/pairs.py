"""Measures of two designs as pairs of bars, labelled on the bars; there is no legend."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from sim.analysis.comparison import Compared
from sim.charts import tokens
from sim.charts.tokens import Theme
from sim.results import Interval
from sim.words import charts as words
from sim.words.numbers import decimals_of, write_value

BAR, GAP, HEAD = 26, 6, 24
"""Pixels: a bar, between two bars, and the line of text above a pair."""
PAIR = HEAD + 2 * (BAR + GAP)
ROOM_FOR_VALUE = 1.3
"""How much longer the axis is than the longest bar, so that the value fits behind it."""
MARKS = ("●", "◆")
Trace = dict[str, Any]


class Pair(NamedTuple):
    """A measure in two designs."""

    label: str
    unit: str
    values: tuple[Interval | None, Interval | None]
    before: tuple[float | None, float | None] = (None, None)
    """What it was in either before something was changed."""

    def write(self, design: int) -> str:
        """Write the value in a design without its unit, which stands above the chart."""
        decimals = decimals_of([one.mean for one in self.values if one], self.unit)
        one = self.values[design]
        return "" if one is None else write_value(one.mean, self.unit, decimals)


def plot_pairs(pairs: Sequence[Pair], designs: Sequence[str], theme: Theme) -> go.Figure:
    """Plot two bars for each measure; a dotted line where a bar ended before.

    Parameters
    ----------
    pairs
        The measures, all on one axis.
    designs
        Names of the two designs as people read them.
    theme
        Its colours.
    """
    traces = [
        trace
        for design, name in enumerate(designs)
        for trace in (_bars(pairs, name, design, theme), _values(pairs, design, theme))
    ]
    layout = {
        "shapes": [*_mark_before(pairs, theme)],
        "annotations": [*_write_heads(pairs, theme)],
        "xaxis": {"visible": False, "range": (0, _find_longest(pairs)), "fixedrange": True},
        "yaxis": {"visible": False, "range": (len(pairs) * PAIR, 0), "fixedrange": True},
        "barmode": "overlay",
        "height": max(len(pairs), 1) * PAIR + 8,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        **tokens.lay_out(theme),
    }
    return go.Figure(traces, layout)


def weigh(measure: Compared) -> float:
    """Return what a measure is in both designs together: how much there is to show of it."""
    return sum(interval.mean for interval in (measure.first, measure.second) if interval)


def _find_longest(pairs: Sequence[Pair]) -> float:
    found = [one.mean for pair in pairs for one in pair.values if one]
    found += [one for pair in pairs for one in pair.before if one]
    return (max(found, default=1.0) or 1.0) * ROOM_FOR_VALUE


def _middle_of(place: int, design: int) -> float:
    """Return where a bar's middle lies, in pixels from the top."""
    return place * PAIR + HEAD + BAR / 2 + design * (BAR + GAP)


def _bars(pairs: Sequence[Pair], name: str, design: int, theme: Theme) -> Trace:
    shown = [(n, pair, one) for n, pair in enumerate(pairs) if (one := pair.values[design])]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [one.mean for _, _, one in shown],
        "y": [_middle_of(place, design) for place, _, _ in shown],
        "width": BAR,
        "marker": {"color": (theme.first, theme.second)[design]},
        "hovertemplate": [
            f"<b>{name}</b><br>{pair.write(design)}<br>{words.say_ends(one, pair.unit)}"
            "<extra></extra>"
            for _, pair, one in shown
        ],
        "showlegend": False,
    }


def _values(pairs: Sequence[Pair], design: int, theme: Theme) -> Trace:
    """Write each value behind its bar, or behind the line where the bar ended before."""
    shown = [(n, pair, one) for n, pair in enumerate(pairs) if (one := pair.values[design])]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [max(one.mean, pair.before[design] or 0.0) for _, pair, one in shown],
        "y": [_middle_of(place, design) for place, _, _ in shown],
        "text": [f" {MARKS[design]} {pair.write(design)}" for _, pair, _ in shown],
        "textposition": "middle right",
        "textfont": {"color": theme.ink},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _write_heads(pairs: Sequence[Pair], theme: Theme) -> Iterator[dict[str, Any]]:
    for place, pair in enumerate(pairs):
        if pair.label:
            yield {
                "x": 0,
                "y": _middle_of(place, 0) - BAR / 2 - 2,
                "text": pair.label,
                "showarrow": False,
                "xanchor": "left",
                "yanchor": "bottom",
                "font": {"color": theme.pale},
            }


def _mark_before(pairs: Sequence[Pair], theme: Theme) -> Iterator[dict[str, Any]]:
    """Mark where bars ended before, as a line across each of them."""
    for place, pair in enumerate(pairs):
        for design, before in enumerate(pair.before):
            if before is not None:
                middle = _middle_of(place, design)
                yield {
                    "type": "line",
                    "x0": before,
                    "x1": before,
                    "y0": middle - BAR / 2 - 2,
                    "y1": middle + BAR / 2 + 2,
                    "line": {"color": theme.ink, "width": 2, "dash": "dot"},
                }
