"""A scenario at a glance: its name to press, who costs less, the two costs as bars, more."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup, escape

from sim.charts import CostCut
from sim.charts.tokens import Theme
from sim.words.charts import tell_total
from sim.words.numbers import write_money

MARKS = ("●", "◆")
"""Of the two designs, as in every chart."""
SIGNS, ESCAPED = re.compile(r"([\\`*_{}\[\]<>#$:~])"), r"\\\1"
"""Signs that Streamlit would take for markup, and how they stand for themselves."""
BAR_PX = 9
ROW = Markup(
    '<div class="tile-label"><span style="color:{colour}">{mark}</span> {design} {total}</div>'
    '<div role="img" aria-label="{spelt}" style="display:flex;height:{height}px;'
    'width:{width:.1f}%">{parts}</div>'
)


class Tile(NamedTuple):
    """What is shown of a scenario."""

    name: str
    """Its key, which tells it from others of the page."""
    title: str
    """What it is called."""
    kind: str
    """What kind of scenario it is; empty for a service."""
    verdict: str
    """Who costs less, in a few words."""
    bars: Markup
    """What `draw_bars` returns."""
    notes: tuple[str, ...]
    """What else there is to say."""


def show_tile(tile: Tile) -> bool:
    """Show a scenario at a glance; return whether its name was pressed."""
    is_pressed = st.button(write_link(tile.title), key=f"tile:{tile.name}", type="tertiary")
    notes = Markup("").join(
        Markup('<div class="tile-note">{}</div>').format(note) for note in tile.notes
    )
    kind = Markup('<span class="tile-note"> · {}</span>').format(tile.kind) if tile.kind else ""
    whole = Markup('<div class="tile"><div><b>{}</b>{}</div>{}{}</div>')
    st.html(whole.format(tile.verdict, kind, tile.bars, notes))
    return is_pressed


def write_link(text: str) -> str:
    """Write the label of a button that leads to another page, from a text of any kind."""
    return f":primary[**{SIGNS.sub(ESCAPED, text)}**]"


def draw_bars(cuts: Sequence[CostCut], currency: str, theme: Theme) -> Markup:
    """Draw the costs as bars, cut as in the large picture, each with its name and amount above."""
    longest = max((cut.total for cut in cuts), default=1.0) or 1.0
    rows = zip(cuts, MARKS, (theme.first, theme.second), strict=True)
    return Markup("").join(
        ROW.format(
            colour=colour,
            mark=mark,
            design=cut.design,
            total=write_money(cut.total, currency, 0),
            spelt=_spell(cut, currency),
            height=BAR_PX,
            width=cut.total / longest * 100,
            parts=_draw_parts(cut, theme),
        )
        for cut, mark, colour in rows
    )


def _spell(cut: CostCut, currency: str) -> str:
    """Return what a bar shows in words, in one line and without emphasis."""
    told = tell_total(escape(cut.design), cut.total, cut.failure, currency)
    return Markup(told.replace("<br>", ": ")).striptags()


def _draw_parts(cut: CostCut, theme: Theme) -> Markup:
    parts = ((cut.useful, theme.useful), (cut.failure, theme.failure), (cut.rest, theme.rest))
    return Markup("").join(
        Markup('<span style="background:{};width:{:.1f}%"></span>').format(
            colour, part / (cut.total or 1.0) * 100
        )
        for part, colour in parts
    )
