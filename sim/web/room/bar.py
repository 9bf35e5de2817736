"""The bar below a screen: back, where one is, on; the facilitator's window, and the way out."""

from contextlib import suppress
from urllib.parse import urlencode

import streamlit as st

from sim.errors import RequisiteError
from sim.lessons import Lesson
from sim.web.room.figures import show_table
from sim.web.room.keys import listen_to_keys
from sim.web.room.place import LESSON, NOTES, STEP, STEPS, Step, go_to, leave
from sim.web.room.runs import run
from sim.words import current_language, say
from sim.words import room as words

FIGURED = (Step.REVEAL, Step.BESIDE, Step.OTHER_SIDE)
"""Screens with charts of what the model shows: their figures can be read as well."""


def show_bar(lesson: Lesson, step: Step) -> None:
    """Show the bar."""
    with st.container(horizontal=True, vertical_alignment="center", key="room-bar"):
        show_moves(lesson, step)
        st.markdown(say(words.WHERE, place=step.place + 1, all=len(STEPS), step=say(step.title)))
        st.space("stretch")
        if step in FIGURED:
            with suppress(RequisiteError):  # the screen tells of it
                show_table(run(lesson))
        st.link_button(say(words.NOTES), build_notes_link(lesson, step), type="tertiary")
        st.button(say(words.LEAVE), key="room:leave", on_click=leave, type="tertiary")


def show_moves(lesson: Lesson, step: Step) -> None:
    """Show the ways back and on, and listen to the keys that do the same."""
    after = step.find_after(1)
    with st.container(horizontal=True, width="content"):
        _show_way(say(words.BACK), "back", step, step.find_after(-1))
        _show_way(_say_on(after) if after is not step else say(words.END), "on", step, after)
    listen_to_keys(lesson, step)


def _say_on(after: Step) -> str:
    return say(words.ON.get(after.value) or words.ON_TO, step=say(after.title))


def _show_way(label: str, name: str, step: Step, to: Step) -> None:
    st.button(
        label,
        key=f"room:{name}",
        on_click=go_to,
        args=(to,),
        disabled=to is step,
        type="primary" if name == "on" else "secondary",
    )


def build_notes_link(lesson: Lesson, step: Step) -> str:
    """Return the address of the facilitator's window."""
    asked = {LESSON: lesson.name, STEP: step.value, NOTES: "1", "lang": current_language()}
    return f"room?{urlencode(asked)}"
