"""Rows under one another, each with its text above its bar: for a large screen.

They are HTML, and sized by the letters around them: they grow with the screen, break where it is
narrow, and their texts are read to those who do not see them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from sim.charts.tokens import Theme
from sim.results import Interval

FULL = 98.0
"""Percent of the room that the longest bar takes: the end of its interval is to be seen."""


GAP_EM, GAP_SHARE = 0.5, 0.6
"""Below a bar, in letters; below a thin one, as a share of its height."""


class Row(NamedTuple):
    """A row.

    Attributes
    ----------
    name, figure
        What stands above the bar: what it is, and how much.
    value
        How far the bar goes; `None` if there is none.
    colour
        Of the bar.
    interval
        Drawn as a line over the end of the bar, where there is one.
    is_strong
        Whether its name is emphasised.
    """

    name: str
    figure: str
    value: float | None
    colour: str
    interval: Interval | None = None
    is_strong: bool = False


def draw_rows(rows: Sequence[Row], theme: Theme, *, bar_em: float = 1.0, source: str = "") -> str:
    """Draw rows, as HTML in which all texts are escaped.

    Parameters
    ----------
    rows
        From top to bottom.
    theme
        The colours.
    bar_em
        Height of a bar, in that of letters.
    source
        Where it is from; stands below, so that it goes with a picture of it.
    """
    ends = [row.interval.high if row.interval else row.value or 0.0 for row in rows]
    scale = FULL / (max(ends, default=0.0) or 1.0)
    parts = [_draw_row(row, theme, bar_em, scale) for row in rows]
    below = Markup('<div style="color:{};font-size:max(14px,.56em);line-height:1.3">{}</div>')
    parts += [below.format(theme.pale, source)] if source else []
    return Markup('<div style="color:{};line-height:1.25;margin-top:.25em">{}</div>').format(
        theme.ink, Markup("").join(parts)
    )


def _draw_row(row: Row, theme: Theme, bar_em: float, scale: float) -> Markup:
    weight = "700" if row.is_strong else "400"
    return Markup(
        '<div style="margin:0 0 {:.2f}em"><div style="font-weight:{}">{} <b>{}</b></div>'
        '<div aria-hidden="true" style="position:relative;height:{:.2f}em">'
        '<div style="height:100%;width:{:.2f}%;background:{};border-radius:2px"></div>'
        "{}</div></div>"
    ).format(
        min(GAP_EM, GAP_SHARE * bar_em),
        weight,
        row.name,
        row.figure,
        bar_em,
        (row.value or 0.0) * scale,
        row.colour,
        _draw_interval(row.interval, theme, scale),
    )


def _draw_interval(interval: Interval | None, theme: Theme, scale: float) -> Markup:
    """Draw a line from end to end, with an upright at each."""
    if interval is None:
        return Markup("")
    ink = escape(theme.ink)
    return Markup(
        '<div style="position:absolute;top:20%;height:60%;left:{:.2f}%;width:{:.2f}%;min-width:4px;'
        "box-sizing:border-box;border:solid {};border-width:0 2px;"
        'background:linear-gradient({},{}) center/100% 2px no-repeat"></div>'
    ).format(interval.low * scale, (interval.high - interval.low) * scale, ink, ink, ink)
