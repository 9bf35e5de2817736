"""A redesign that was forecast: what the model said from before it, and what was observed after."""

import streamlit as st

from sim.scenario import list_redesigns
from sim.web.evidence.rows import judge
from sim.web.session.files import load_filed
from sim.words import redesign as words
from sim.words import say


def show_redesigns() -> None:
    """Show each redesign that is shipped."""
    st.header(say(words.TITLE), anchor=False)
    for name in list_redesigns():
        scenario = load_filed(name)
        rows = judge([scenario])
        st.markdown(words.tell_idea(scenario, rows))
        st.markdown("\n".join(f"- {said}" for said in words.tell_forecasts(rows)))
        st.caption(words.tell_before(rows))
    st.caption(say(words.CAVEAT))
