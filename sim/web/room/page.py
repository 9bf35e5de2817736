"""The page: the list of lessons, a lesson on a large screen, or the facilitator's window."""

import streamlit as st

from sim.errors import RequisiteError
from sim.web.room.bar import show_bar
from sim.web.room.choosing import show_choosing
from sim.web.room.hands import write_hands
from sim.web.room.look import show_large
from sim.web.room.notes import show_notes
from sim.web.room.place import find_lesson, find_step, is_notes
from sim.web.room.screens import SCREENS
from sim.words import say_error


def show_room() -> None:
    """Show the page."""
    lesson = find_lesson()
    if lesson is None:
        show_choosing()
        return
    step = find_step()
    if is_notes():
        show_notes(lesson, step)
        return
    write_hands(lesson)
    show_large()
    with st.container(key="room-screen"):
        try:
            SCREENS[step](lesson)
        except RequisiteError as error:
            st.error(say_error(error))
    show_bar(lesson, step)
