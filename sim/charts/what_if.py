"""What other designs would do: the days of a case over plausible worlds, a line for each."""

from collections.abc import Sequence

import plotly.graph_objects as go

from sim.charts.look import hover, wrap
from sim.charts.on_page import set_on_page
from sim.charts.tokens import CHART_TEXT_PX, Theme
from sim.own.as_it_is import Beside
from sim.own.build import AS_IT_IS
from sim.own.what_if import Range, WhatIf
from sim.words import say
from sim.words import what_if as words

ROW_PX, AROUND_PX = 52, 60
LABEL = 16
ROOM = 1.2


def plot_what_ifs(found: Sequence[WhatIf], beside: Sequence[Beside], theme: Theme) -> go.Figure:
    """Plot the days of a case in each design, from the 10th to the 90th percentile of worlds.

    What the log says stands above: designs are told of a service that is as its log only if the
    service as it is lies beside it.

    Parameters
    ----------
    found
        At least one design.
    beside
        The service as it is, beside its log.
    theme
        The colours of the page.
    """
    rows = words.list_rows(found, beside)
    most = max(row.high for *_, row in rows)
    colours = {None: theme.ink, AS_IT_IS: theme.first}
    figure = go.Figure(
        [_draw(name, row, colours.get(design, theme.second)) for design, name, row in rows]
    )
    figure.update_layout(showlegend=False, height=ROW_PX * len(rows) + AROUND_PX)
    figure.update_layout(margin={"t": 12, "b": AROUND_PX - 12})
    figure.update_xaxes(
        title={"text": say(words.AXIS)},
        range=(0, ROOM * most),
        fixedrange=True,
        tickformat=",~r",
        gridcolor=theme.rule,
        zerolinecolor=theme.rule,
    )
    figure.update_yaxes(
        autorange="reversed",
        fixedrange=True,
        automargin=True,
        ticklabelstandoff=6,
        showgrid=False,  # the ranges are lines of the same direction
    )
    return set_on_page(figure, say(words.SOURCE), theme)


def _draw(name: str, row: Range, colour: str) -> go.Scatter:
    told = words.write_days(row.middle)
    return go.Scatter(
        x=[row.middle],
        y=[wrap(name, LABEL)],
        mode="markers+text",
        marker={"color": colour, "size": 14},
        text=[told],
        textposition="top center",
        textfont={"size": CHART_TEXT_PX},
        error_x={
            "array": [row.high - row.middle],
            "arrayminus": [row.middle - row.low],
            "color": colour,
            "thickness": 4,
            "width": 0,
        },
        hovertemplate=hover(name, words.tell_range(row)),
        cliponaxis=False,
    )
