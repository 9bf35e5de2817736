"""The phones of the room, as the page sees them: how to join, who has guessed, what was guessed."""

from functools import lru_cache

import segno
import streamlit as st
from markupsafe import escape

from sim.lessons import Lesson
from sim.web.phones import Room, Round, find_room
from sim.web.phones.door import show_code
from sim.web.session.language import speak_to_visitor
from sim.words import room as words
from sim.words import say

COUNTS_EVERY_S = 2.0


def find_asked(lesson: Lesson) -> tuple[Room, Round] | None:
    """Return the room and its round, if it is this lesson that was asked last."""
    room = find_room()
    asked = room.find_round() if room else None
    if room is None or asked is None or asked.lesson.name != lesson.name:
        return None
    return room, asked


def ask_phones(lesson: Lesson) -> None:
    """Ask the question on all phones, unless it is asked already."""
    room = find_room()
    if room is not None and find_asked(lesson) is None:
        room.ask(lesson)


def lock_phones(lesson: Lesson) -> None:
    """Take no more guesses."""
    found = find_asked(lesson)
    if found is not None:
        room, asked = found
        room.lock(asked)


def list_phoned(lesson: Lesson) -> list[float]:
    """List what was guessed by phone."""
    found = find_asked(lesson)
    return found[0].list_guesses(found[1]) if found else []


def show_way_in(room: Room, lesson: Lesson) -> None:
    """Show how a phone joins, and how many have guessed."""
    st.html(
        f'<img class="room-qr" src="{_draw_code(room.link)}" alt="{escape(say(words.QR))}">'
        f'<p class="room-place">{escape(room.address)}/join</p>'
        f'<p class="room-code">{escape(show_code(room.code))}</p>'
    )
    _show_count(lesson)


@st.fragment(run_every=COUNTS_EVERY_S)
def _show_count(lesson: Lesson) -> None:
    speak_to_visitor()  # it is drawn by itself, every now and then
    found = find_asked(lesson)
    if found is None:
        return
    room, asked = found
    guessed = len(room.list_guesses(asked))
    st.markdown(words.say_guessed(guessed, room.phones))
    if not room.is_open(asked):
        st.button(say(words.ASK_AGAIN), on_click=_ask_again, args=(room, lesson))


def _ask_again(room: Room, lesson: Lesson) -> None:
    room.ask(lesson)


@lru_cache(8)
def _draw_code(link: str) -> str:
    """Draw a code to be photographed, dark on white whatever the theme."""
    return segno.make(link, error="m").svg_data_uri(scale=8, border=3, dark="#000", light="#fff")
