"""Guesses by a show of hands, counted on the page; they are gone with the visit."""

import streamlit as st

from sim.lessons import Lesson, read_guess
from sim.words import room as words
from sim.words import say

MOST_HANDS = 999
MOST_TYPED = 2_000


def count_hands(lesson: Lesson, place: int) -> None:
    """Ask for how many chose an answer."""
    st.number_input(
        say(words.HANDS, choice=place + 1),
        0,
        MOST_HANDS,
        key=_name(lesson, place),
        label_visibility="collapsed",
        persist_state="session",
        icon=":material/front_hand:",
        width=190,
    )


def note_numbers(lesson: Lesson) -> None:
    """Ask for the numbers that are called out."""
    st.text_input(
        say(words.CALLED_OUT),
        key=_name(lesson, 0),
        max_chars=MOST_TYPED,
        placeholder="5 10 20",
        persist_state="session",
    )


def list_hands(lesson: Lesson) -> list[float]:
    """List the guesses by hand, as those by phone are."""
    if lesson.predict.number is not None:
        typed = str(st.session_state.get(_name(lesson, 0), ""))
        read = (read_guess(lesson, word) for word in typed.replace(";", " ").split())
        return [guess for guess in read if guess is not None]
    counts = [
        int(st.session_state.get(_name(lesson, place)) or 0)
        for place in range(len(lesson.predict.choices))
    ]
    return [place + 1.0 for place, count in enumerate(counts) for _ in range(count)]


def _name(lesson: Lesson, place: int) -> str:
    return f"room:{lesson.name}:hands:{place}"
