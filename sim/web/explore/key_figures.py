"""The key figures: a card for each, the two designs side by side."""

from typing import NamedTuple

import streamlit as st

from sim.analysis.comparison import Compared
from sim.web.session.drawn import drawn_once
from sim.words import page, say, say_sentence
from sim.words.comparison import Designs, Measures, tell_difference
from sim.words.designs import name_design
from sim.words.numbers import currency_of, decimals_of, write_currency

COLUMNS = 3
FIGURE_PX = 130
DOTS = (":blue[●]", ":orange[◆]")
"""Marks of the two designs, as in the charts."""


class Card(NamedTuple):
    """A card: its title, and the measures on it with what to call them there."""

    title: str
    measures: dict[str, str]


CARDS = (
    Card(
        page.DEMAND,
        {"failure_demand_share": page.FAILURE_DEMAND, "contacts_per_case": page.CONTACTS},
    ),
    Card(
        page.COST,
        {"cost_per_citizen_helped": page.END_TO_END_COST, "unit_cost_per_activity": page.UNIT_COST},
    ),
    Card(page.TIME, {"end_to_end_days": page.LIVED, "reported_days": page.REPORTED}),
    Card(
        page.FACES, {"faces_per_case": page.FACES_PER_CASE, "faces_per_month": page.FACES_PER_MONTH}
    ),
    Card(page.PEOPLE, {"work_joy": page.WORK_JOY, "unmet_need_share": page.UNMET}),
    Card(
        page.QUALITY,
        {"first_time_right_share": page.FIRST_TIME_RIGHT, "visit_fit_share": page.VISIT_FIT},
    ),
)


@drawn_once
def show_key_figures(key: str, _measures: Measures, _designs: Designs) -> None:
    """Show the cards; one on which nothing applies is left out."""
    cards = [card for card in CARDS if any(_applies(_measures[name]) for name in card.measures)]
    for start in range(0, len(cards), COLUMNS):
        columns = st.columns(COLUMNS)
        for column, card in zip(columns, cards[start : start + COLUMNS], strict=False):
            with column.container(border=True, height="stretch"):
                _show_card(card, _measures, _designs)


def _applies(measure: Compared) -> bool:
    return measure.first is not None or measure.second is not None


def _show_card(card: Card, measures: Measures, designs: Designs) -> None:
    st.markdown(f"**{say(card.title)}**")
    for name, called in card.measures.items():
        if _applies(measures[name]):
            _show_pair(say(called), measures[name], designs)


def _show_pair(called: str, measure: Compared, designs: Designs) -> None:
    currency = currency_of(measure.unit)
    st.caption(f"{called} ({write_currency(currency)})" if currency else called)
    intervals = (measure.first, measure.second)
    decimals = decimals_of([i.mean for i in intervals if i], measure.unit)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        for dot, design, interval in zip(DOTS, designs, intervals, strict=True):
            called = f"{dot} {say_sentence(name_design(design))}"
            mean, ends = page.write_figure(interval, measure.unit, decimals)
            _show_figure(called, mean, ends)
    st.caption(tell_difference(measure, designs))


def _show_figure(called: str, mean: str, ends: str) -> None:
    """Show a number under its name, which may take two lines as the metric's own label may not."""
    with st.container(width=FIGURE_PX, gap=None):
        st.caption(called)
        st.metric(
            called, mean, ends, delta_color="off", delta_arrow="off", label_visibility="collapsed"
        )
