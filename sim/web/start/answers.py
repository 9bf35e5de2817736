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
    for column, (heading, place, told) in zip(
        st.columns(3, gap="large"),
        (
            (start.WHERE, ("research", ""), where),
            (start.WHAT_IT_COSTS, ("explore", "says"), cost),
            (start.HOW_SURE, ("evidence", ""), sure),
        ),
        strict=True,
    ):
        with column:
            _show_answer(heading, place, opened.name, told)


def _show_answer(
    heading: Message, place: tuple[str, str], service: str, told: Iterable[str]
) -> None:
    """Show an answer; its heading leads to a page, and to a fold of it where one is named."""
    address, opens = place
    label, key = write_link(say(heading)), f"answer:{address}:{heading}"
    if st.button(label, key=key, type="tertiary", icon=":material/arrow_forward:"):
        go_to(address, service, opens)
    st.markdown(" ".join(filter(None, told)))
