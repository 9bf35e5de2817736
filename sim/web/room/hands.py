"""Guesses by a show of hands, counted on the page.

They are kept in the session, and stand in the address as well, for a reload. The address alone
would not do: what a browser sends may be older than what was written there a moment ago.
"""

import streamlit as st

from sim.lessons import Lesson, read_guess
from sim.web.room.place import HANDS, name_hands
from sim.words import room as words
from sim.words import say

MOST_HANDS = 999
MOST_TYPED = 1_000


def count_hands(lesson: Lesson, place: int) -> None:
    """Ask for how many chose an answer."""
    st.number_input(
        say(words.HANDS, choice=place + 1),
        0,
        MOST_HANDS,
        _read_counts(lesson)[place],
        key=_name(lesson, place),
        on_change=_note,
        args=(lesson,),
        label_visibility="collapsed",
        icon=":material/front_hand:",
        width=190,
    )


def note_numbers(lesson: Lesson) -> None:
    """Ask for the numbers that are called out."""
    st.text_input(
        say(words.CALLED_OUT),
        _read_typed(lesson),
        key=_name(lesson, 0),
        on_change=_note,
        args=(lesson,),
        max_chars=MOST_TYPED,
        placeholder="5 10 20",
    )


def list_hands(lesson: Lesson) -> list[float]:
    """List the guesses by hand, as those by phone are."""
    if lesson.predict.number is not None:
        read = (read_guess(lesson, word) for word in _read_typed(lesson).replace(";", " ").split())
        return [guess for guess in read if guess is not None]
    counts = _read_counts(lesson)
    return [place + 1.0 for place, count in enumerate(counts) for _ in range(count)]


def _note(lesson: Lesson) -> None:
    """Keep what was counted."""
    if lesson.predict.number is not None:
        _keep(lesson, st.session_state[_name(lesson, 0)] or "")
        return
    places = range(len(lesson.predict.choices))
    counts = [st.session_state[_name(lesson, place)] or 0 for place in places]
    _keep(lesson, "-".join(map(str, counts)))


def _keep(lesson: Lesson, text: str) -> None:
    st.session_state[name_hands(lesson.name)] = text


def write_hands(lesson: Lesson) -> None:
    """Write what was counted into the address, where it does not stand there already."""
    text = _read_typed(lesson)
    if not text:
        st.query_params.pop(HANDS, None)
    elif st.query_params.get(HANDS) != text:
        st.query_params[HANDS] = text


def forget_hands(lesson: Lesson) -> None:
    """Forget what was counted in a lesson; nor does it come back with an address of before."""
    st.query_params.pop(HANDS, None)
    _keep(lesson, "")


def _read_typed(lesson: Lesson) -> str:
    text: str = st.session_state.setdefault(
        name_hands(lesson.name), st.query_params.get(HANDS, "")[:MOST_TYPED]
    )
    return text


def _read_counts(lesson: Lesson) -> list[int]:
    """Return how many hands the address gives each answer; none where it makes no sense."""
    parts = _read_typed(lesson).split("-")
    are_counts = all(part.isascii() and part.isdecimal() for part in parts)
    if len(parts) != len(lesson.predict.choices) or not are_counts:
        return [0] * len(lesson.predict.choices)
    return [min(int(part), MOST_HANDS) for part in parts]


def _name(lesson: Lesson, place: int) -> str:
    return f"room:{lesson.name}:hands:{place}"
