"""The page: the pad, what its contacts say so far, and how others listen along."""

import streamlit as st

from sim.web.hour.pad import show_pad
from sim.web.hour.phones import show_several
from sim.web.hour.told import show_told
from sim.words import hour as words
from sim.words import say


def show_hour() -> None:
    """Show the page."""
    st.title(say(words.ONE_HOUR))
    st.markdown(say(words.IDEA))
    show_pad()
    st.caption(say(words.STAYS))
    show_told()
    show_several()
