"""What a room has guessed, before and after it is shown: for a large screen."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import plotly.graph_objects as go

from sim.charts.look import CLEAR, wrap
from sim.charts.rows import Row, draw_rows
from sim.charts.tokens import FONT, LIGHT, Theme
from sim.results import Interval
from sim.words import charts as words

LARGE_TEXT_PX = 24
"""That can be read at the back of a room, on a screen of 1280 pixels."""
TICK = "✓ "
MOST_BINS = 24
DOT_PX, ABOVE_PX, BELOW_PX = 22, 84, 84
MOST_HEIGHT_PX = 400
ROOM = 1.08
"""How far the axis goes beyond the largest number, in parts of it."""


class Choice(NamedTuple):
    """An answer that could be chosen.

    Attributes
    ----------
    text
        The answer, as people read it.
    guesses
        How many chose it.
    is_right
        Whether the model shows it; `False` before it is shown.
    """

    text: str
    guesses: int
    is_right: bool


def draw_choices(choices: Sequence[Choice], theme: Theme = LIGHT, *, bar_em: float = 1.0) -> str:
    """Draw how many chose each answer, as HTML; the right one has a tick and is emphasised."""
    rows = [
        Row(
            f"{TICK if choice.is_right else ''}{choice.text}",
            str(choice.guesses),
            choice.guesses,
            theme.useful if choice.is_right else theme.rest,
            is_strong=choice.is_right,
        )
        for choice in choices
    ]
    return draw_rows(rows, theme, bar_em=bar_em)


def plot_numbers(
    guesses: Sequence[float],
    shown: Interval | None,
    told: str,
    unit: str,
    theme: Theme = LIGHT,
    *,
    text_px: int = LARGE_TEXT_PX,
) -> go.Figure:
    """Plot a dot for each number that was guessed, and a line where the model's is.

    Parameters
    ----------
    guesses
        The numbers, in the unit of the axis.
    shown
        What the model shows, in the same unit; `None` before it is shown.
    told
        What stands at its line.
    unit
        Unit of the axis.
    theme, text_px
        Colours, and height of letters.
    """
    x, y = stack_dots(guesses)
    highest = max(y, default=0)
    step_px = min(DOT_PX, (MOST_HEIGHT_PX - ABOVE_PX - BELOW_PX) / max(highest, 1))
    figure = go.Figure(
        go.Scatter(
            x=x,
            y=y,
            mode="markers",
            marker={"color": theme.useful, "size": max(step_px - 3, 4)},
            hoverinfo="skip",
        )
    )
    if shown is not None:
        _mark_shown(figure, shown, told, theme, text_px)
    ends_at = max((*guesses, shown.high if shown else 0.0), default=0.0) or 1.0
    rows = max(highest, 3)
    figure.update_layout(
        height=int(ABOVE_PX + BELOW_PX + step_px * rows),
        margin={"l": 12, "r": 24, "t": ABOVE_PX if shown is not None else 8, "b": BELOW_PX},
        font={"family": FONT, "size": text_px, "color": theme.ink},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        showlegend=False,
        separators=words.separators(),
        dragmode=False,
    )
    _lay_out_axes(figure, (ends_at, rows), unit, theme)
    return figure


def _lay_out_axes(figure: go.Figure, ends: tuple[float, int], unit: str, theme: Theme) -> None:
    """Give the numbers an axis with their unit; the dots need none."""
    ends_at, rows = ends
    figure.update_xaxes(
        range=(0, ends_at * ROOM),
        title={"text": unit, "standoff": 8},
        showgrid=False,
        zeroline=False,
        showline=True,
        linecolor=theme.pale,
        ticks="outside",
        tickcolor=theme.pale,
        nticks=6,
        fixedrange=True,
    )
    figure.update_yaxes(visible=False, range=(0, rows + 0.5), fixedrange=True)


def stack_dots(guesses: Sequence[float]) -> tuple[list[float], list[int]]:
    """Return the places of dots: those of like numbers stand on one another."""
    values = np.sort(np.asarray(guesses, dtype=float))
    if not values.size:
        return [], []
    width = (values[-1] or 1.0) / MOST_BINS
    bins = np.round(values / width)
    starts = np.r_[0, np.flatnonzero(np.diff(bins)) + 1]
    heights = np.arange(values.size) - np.repeat(starts, np.diff(np.r_[starts, values.size])) + 1
    return (bins * width).tolist(), heights.tolist()


def _mark_shown(figure: go.Figure, shown: Interval, told: str, theme: Theme, text_px: int) -> None:
    figure.add_vrect(x0=shown.low, x1=shown.high, fillcolor=theme.ink, opacity=0.2, line_width=0)
    figure.add_vline(x=shown.mean, line={"color": theme.ink, "width": 4})
    figure.add_annotation(
        x=0,
        xref="paper",
        y=1,
        yref="paper",
        yanchor="bottom",
        xanchor="left",
        align="left",
        text=f"<b>{wrap(told, 40)}</b>",
        showarrow=False,
        font={"size": text_px, "color": theme.ink},
    )
