"""How far a sweep is, looked at again each second, with a button that stops it."""

import streamlit as st

from sim.web.session.background import find_background, stop
from sim.web.session.language import speak_to_visitor
from sim.words import say
from sim.words import sweep_page as words

LOOKS_EVERY_S = 1.0


@st.fragment(run_every=LOOKS_EVERY_S)
def show_way() -> None:
    """Show how far it is; draw the page anew when it is over."""
    speak_to_visitor()  # it is drawn by itself
    begun = find_background()
    if begun is None or not begun.is_under_way:
        st.rerun()
    share, told = begun.say_where()
    st.progress(share, told or say(words.BEGINNING))
    st.button(say(words.STOP), key="sweep:stop", icon=":material/stop:", on_click=stop)
    st.caption(say(words.ON_ITS_WAY))
