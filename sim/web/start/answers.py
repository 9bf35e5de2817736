"""Three answers, each with the way to the page that shows more of it."""

from collections.abc import Iterable, Sequence

import streamlit as st

from sim.message import Message
from sim.web.session.known import Known
from sim.web.session.places import go_to
from sim.web.tiles import write_link
from sim.words import facts as words
from sim.words import say, start


def show_answers(opened: Known, known: Sequence[Known]) -> None:
    """Show where the standard wins, what failure demand costs, and how sure that is."""
    facts = opened.facts
    if facts is None:
        return
    found = {one.name: one.facts for one in known if one.facts}
    titles = {one.name: one.title for one in known}
    where = (words.tell_where_it_turns(facts), words.tell_where_it_wins(titles, found))
    cost = (words.tell_cost_of_failure(facts),)
    sure = words.tell_how_sure(facts, opened.kept)
    for column, (heading, address, told) in zip(
        st.columns(3, gap="large"),
        (
            (start.WHERE, "explore", where),
            (start.WHAT_IT_COSTS, "explore", cost),
            (start.HOW_SURE, "evidence", sure),
        ),
        strict=True,
    ):
        with column:
            _show_answer(heading, address, opened.name, told)


def _show_answer(heading: Message, address: str, service: str, told: Iterable[str]) -> None:
    label, key = write_link(say(heading)), f"answer:{address}:{heading}"
    if st.button(label, key=key, type="tertiary", icon=":material/arrow_forward:"):
        go_to(address, service)
    st.markdown(" ".join(filter(None, told)))
