"""The screens that are words: why, and what would change one's mind; and the head of all."""

import streamlit as st
from markupsafe import escape

from sim.lessons import Lesson, LessonRun
from sim.report import write_guide
from sim.web.phones import find_room
from sim.web.room.citizen import show_citizen
from sim.web.room.closing import offer_closing
from sim.web.room.phones import lock_phones
from sim.web.room.place import leave
from sim.web.room.runs import run
from sim.words import current_language, say, speaking
from sim.words import lessons as lesson_words
from sim.words import room as words


def show_heading(step: str, title: str) -> None:
    """Show which screen it is, or which question it answers, and its title, if it has one."""
    if title:
        st.html(f'<p class="room-kicker">{escape(say(step))}</p>')
    st.title(title or say(step), anchor=False)


def show_why(lesson: Lesson) -> None:
    """Tell the mechanism, and whom to follow."""
    lock_phones(lesson)
    found = run(lesson)
    show_heading(words.STEPS["why"], "")
    st.markdown(lesson_words.fill(lesson.why.says, found.main))
    show_citizen(lesson)


def show_change_mind(lesson: Lesson) -> None:
    """Ask what would change one's mind; and offer what is to be taken home."""
    lock_phones(lesson)
    found = run(lesson)
    show_heading(words.STEPS["change-mind"], "")
    st.markdown(lesson_words.fill(lesson.change_mind, found.main))
    st.caption(say(lesson_words.SOURCE, source=lesson_words.fill(lesson.sources, found.main)))
    st.caption(say(words.CHANCE, replications=found.main.replications))
    with st.container(horizontal=True):
        offer_guide(found)
        st.button(say(words.ANOTHER), on_click=leave, key="room:another")
        room = find_room()
        if room is not None:
            offer_closing(room)


def offer_guide(found: LessonRun) -> None:
    """Offer the guide of a lesson in the language that is spoken; it is written when asked for."""
    language = current_language()

    def write() -> str:
        with speaking(language):
            return write_guide(found)

    st.download_button(
        say(words.GUIDE),
        write,
        file_name=f"requisite-{found.lesson.name}.html",
        mime="text/html",
        on_click="ignore",
    )
