"""What a citizen helped costs, cut into useful work, what failure causes, and the rest."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from sim.charts import tokens
from sim.charts.look import wrap
from sim.charts.tokens import LIGHT, Theme
from sim.words import charts as words
from sim.words import say
from sim.words.numbers import write_money

BAR_PX, ABOVE_PX, BELOW_PX = 112, 30, 46
LEAST_SHARE = 0.2
"""Of the longest bar, a part must take so much for its name to stand on it."""
LETTERS_OF_BAR, LETTERS_OF_SOURCE, LETTERS_ABOVE = 46, 56, 48
"""Letters that fit on the longest bar, below it and above it, on a telephone."""


class CostCut(NamedTuple):
    """The cost of a citizen helped in one design."""

    design: str
    """Its name as people read it."""
    useful: float
    failure: float
    """Failure contacts, rework and exceptions."""
    rest: float

    @property
    def total(self) -> float:
        """The whole."""
        return self.useful + self.failure + self.rest


def plot_cost_cut(
    cuts: Sequence[CostCut],
    currency: str,
    source: str,
    theme: Theme = LIGHT,
    before: Sequence[float] = (),
) -> go.Figure:
    """Plot a bar for each design, labelled on the bar; there is no legend.

    Parameters
    ----------
    cuts
        The costs.
    currency
        Code of the currency.
    source
        Where it is from: stands in the figure, so that it goes with a picture of it.
    theme
        Its colours.
    before
        What each cost in all before something was changed; a dotted line stands there.
    """
    longest = max((*(cut.total for cut in cuts), *before), default=1.0) or 1.0
    figure = go.Figure()
    for part, title, colour, _ in _list_parts(theme):
        values = [getattr(cut, part) for cut in cuts]
        figure.add_bar(
            x=values,
            y=[cut.design for cut in cuts],
            orientation="h",
            marker={"color": colour, "line": {"width": 0}},
            hovertemplate=[
                f"{title}: {write_money(value, currency, 0)}<extra></extra>" for value in values
            ],
            showlegend=False,
        )
    for cut in cuts:
        _write_above(figure, cut, currency)
        _write_on(figure, cut, longest, currency, theme)
    for place, total in enumerate(before):
        _mark_before(figure, place, total, theme)
    return _dress(figure, len(cuts), source, longest, theme)


def _list_parts(theme: Theme) -> tuple[tuple[str, str, str, str], ...]:
    """Return each part with its title, its colour, and that of what is written on it."""
    return (
        ("useful", say(words.USEFUL), theme.useful, theme.on_dark),
        ("failure", say(words.BY_FAILURE), theme.failure, theme.on_dark),
        ("rest", say(words.THE_REST), theme.rest, theme.ink),
    )


def _mark_before(figure: go.Figure, place: int, total: float, theme: Theme) -> None:
    line = {"color": theme.ink, "width": 2, "dash": "dot"}
    figure.add_shape(type="line", x0=total, x1=total, y0=place - 0.36, y1=place + 0.36, line=line)


def _write_on(figure: go.Figure, cut: CostCut, longest: float, currency: str, theme: Theme) -> None:
    """Write on each part of a bar what it is, where there is room for it."""
    begins = 0.0
    for part, title, _, ink in _list_parts(theme):
        value = getattr(cut, part)
        share = value / longest
        if share >= LEAST_SHARE:
            lines = wrap(title, int(share * LETTERS_OF_BAR))
            figure.add_annotation(
                x=begins,
                y=cut.design,
                text=f"{lines}<br>{write_money(value, currency, 0)}",
                showarrow=False,
                xanchor="left",
                align="left",
                xshift=6,
                font={"color": ink},
            )
        begins += value


def _write_above(figure: go.Figure, cut: CostCut, currency: str) -> None:
    figure.add_annotation(
        x=0,
        y=cut.design,
        text=wrap(words.tell_total(cut.design, cut.total, cut.failure, currency), LETTERS_ABOVE),
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        align="left",
        yshift=BAR_PX * 0.31,
        font={"size": tokens.CHART_TEXT_PX + 2},
    )


def _dress(figure: go.Figure, bars: int, source: str, longest: float, theme: Theme) -> go.Figure:
    figure.add_annotation(
        x=0,
        y=0,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="top",
        yshift=-6,
        text=wrap(source, LETTERS_OF_SOURCE),
        align="left",
        showarrow=False,
        font={"size": 12, "color": theme.pale},
    )
    figure.update_layout(
        barmode="stack",
        bargap=0.42,
        height=ABOVE_PX + BAR_PX * bars + BELOW_PX,
        margin={"l": 0, "r": 0, "t": ABOVE_PX, "b": BELOW_PX},
        font={"family": tokens.FONT, "size": tokens.CHART_TEXT_PX, "color": theme.ink},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        separators=words.separators(),
    )
    figure.update_xaxes(visible=False, range=(0, longest), fixedrange=True)
    figure.update_yaxes(visible=False, range=(bars - 0.5, -0.5), fixedrange=True)
    return figure
