"""Choosing a lesson: its question, by what it is about; and who may join by phone."""

from itertools import groupby

import streamlit as st

from sim.lessons import Lesson, list_lessons
from sim.web.phones import Room, find_room
from sim.web.room.closing import offer_closing
from sim.web.room.place import begin
from sim.words import lessons as lesson_words
from sim.words import room as words
from sim.words import say, say_text


def show_choosing() -> None:
    """Show the lessons that there are."""
    st.title(say(words.IN_THE_ROOM))
    st.markdown(say(words.IDEA))
    for about, group in groupby(list_lessons(), key=lambda lesson: lesson.about):
        st.header(say(lesson_words.SUBJECTS[about]), anchor=False)
        for lesson in group:
            _offer(lesson)
    _tell_about_phones(find_room())


def _offer(lesson: Lesson) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            say_text(lesson.title),
            key=f"room:begin:{lesson.name}",
            on_click=begin,
            args=(lesson.name,),
            width=280,
        )
        st.markdown(lesson_words.ask(lesson.question, lesson.setup))


def _tell_about_phones(room: Room | None) -> None:
    st.header(say(words.PHONES), anchor=False)
    if room is None:
        st.markdown(say(words.BY_HAND_ONLY))
        return
    st.markdown(say(words.WHO_IS_LET_IN, place=room.address))
    if room.phones:
        st.markdown(words.say_phones(room.phones))
    if room.phones or room.is_closed:
        offer_closing(room)
