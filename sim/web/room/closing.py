"""Closing the room: no guess is kept any longer, by phone or by hand, and that is said."""

import streamlit as st

from sim.lessons import list_lessons
from sim.web.phones import Room
from sim.web.room.hands import forget_hands
from sim.words import room as words
from sim.words import say


def offer_closing(room: Room) -> None:
    """Offer to close the room; say that it is closed, once it is."""
    if room.is_closed:
        st.markdown(f":material/check: **{say(words.CLOSED)}**")
    else:
        st.button(say(words.CLOSE_ROOM), on_click=_close, args=(room,), key="room:close")


def _close(room: Room) -> None:
    room.empty()
    for lesson in list_lessons():
        forget_hands(lesson)
