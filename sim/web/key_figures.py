"""The key figures: a card for each, the two designs side by side."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from sim.analysis.comparison import Compared
from sim.results import Interval
from sim.web.words import name_designs, say_difference, write_interval, write_mean

COLUMNS = 3
DOTS = (":blue[●]", ":orange[◆]")
"""Marks of the two designs, as in the charts."""


class Card(NamedTuple):
    """A card: its title, and the measures on it with what to call them there."""

    title: str
    measures: tuple[tuple[str, str], ...]


CARDS = (
    Card(
        "Demand",
        (
            ("failure_demand_share", "Failure demand, of all contacts that come in"),
            ("contacts_per_case", "Contacts per case, in and out"),
        ),
    ),
    Card(
        "Cost",
        (
            ("cost_per_citizen_helped", "End to end, per citizen helped"),
            ("unit_cost_per_activity", "Unit cost, per activity"),
        ),
    ),
    Card(
        "Time",
        (
            ("end_to_end_days", "As the citizen lives it, days"),
            ("reported_days", "On the target's clock, days"),
        ),
    ),
    Card(
        "Faces",
        (
            ("faces_per_case", "Staff met in a case"),
            ("faces_per_month", "Staff met in a month, per citizen"),
        ),
    ),
    Card(
        "People",
        (("work_joy", "Work joy of the staff, 0 to 1"), ("unmet_need_share", "Needs left unmet")),
    ),
    Card(
        "Quality",
        (
            ("first_time_right_share", "Right the first time"),
            ("visit_fit_share", "Visits that fit the need"),
        ),
    ),
)


def show_key_figures(measures: Mapping[str, Compared], designs: Sequence[str]) -> None:
    """Show the cards; one on which nothing applies is left out.

    Parameters
    ----------
    measures
        The measures by name.
    designs
        The two designs.
    """
    cards = [card for card in CARDS if any(_applies(measures[name]) for name, _ in card.measures)]
    for start in range(0, len(cards), COLUMNS):
        columns = st.columns(COLUMNS)
        for column, card in zip(columns, cards[start : start + COLUMNS], strict=False):
            with column.container(border=True, height="stretch"):
                _show_card(card, measures, designs)


def _applies(measure: Compared) -> bool:
    return measure.first is not None or measure.second is not None


def _show_card(card: Card, measures: Mapping[str, Compared], designs: Sequence[str]) -> None:
    st.markdown(f"**{card.title}**")
    for name, called in card.measures:
        measure = measures[name]
        if _applies(measure):
            _show_pair(called, measure, designs)


def _show_pair(called: str, measure: Compared, designs: Sequence[str]) -> None:
    st.caption(f"{called} ({_currency(measure)})" if _currency(measure) else called)
    with st.container(horizontal=True, gap="small"):
        pair = zip(DOTS, name_designs(designs), (measure.first, measure.second), strict=True)
        for dot, design, interval in pair:
            _show_figure(f"{dot} {design}", interval, measure.unit)
    st.caption(say_difference(measure, designs))


def _currency(measure: Compared) -> str:
    """Return the currency of an amount of money; empty for other measures."""
    word = measure.unit.split(" ")[0]
    return word if word.isupper() else ""


def _show_figure(called: str, interval: Interval | None, unit: str) -> None:
    if interval is None:
        st.metric(called, "–", "does not apply", delta_color="off", delta_arrow="off", width=130)
        return
    st.metric(
        called,
        write_mean(interval, unit),
        write_interval(interval, unit),
        delta_color="off",
        delta_arrow="off",
        width=130,
    )
