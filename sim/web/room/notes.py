"""The facilitator's window: what to say at each screen, while the room sees the screen alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import streamlit as st

from sim.errors import RequisiteError
from sim.lessons import Asked, Lesson, LessonRun, list_beside, list_deciding
from sim.web.room.bar import show_moves
from sim.web.room.place import STEPS, Step
from sim.web.room.runs import run
from sim.web.room.telling import offer_guide
from sim.words import lesson_guide as guide
from sim.words import lessons as lesson_words
from sim.words import room as words
from sim.words import say, say_error


def show_notes(lesson: Lesson, step: Step) -> None:
    """Show the notes of a screen. The window follows the large screen, and moves it."""
    st.title(guide.say_heading(lesson), anchor=False)
    where = say(words.WHERE, place=step.place + 1, all=len(STEPS), step=say(step.title))
    st.markdown(f"**{where}**")
    show_moves(lesson, step)
    try:
        found = run(lesson)
    except RequisiteError as error:
        st.error(say_error(error))
        return
    for line in NOTES_OF[step](found):
        st.markdown(line)
    offer_guide(found)


def _note_before(found: LessonRun) -> Iterator[str]:
    yield say(guide.BEFORE, thought=lesson_words.fill(found.lesson.notes.before, found.main))
    yield say(words.NOTE_LOCK)


def _note_locked(found: LessonRun) -> Iterator[str]:
    yield say(words.NOTE_LOCKED)


def _note_reveal(found: LessonRun) -> Iterator[str]:
    yield say(guide.TELL_ANSWER, answer=lesson_words.tell_answer(found))
    yield from _note_graphs(found, list_deciding(found.lesson))


def _note_beside(found: LessonRun) -> Iterator[str]:
    yield lesson_words.fill(found.lesson.reveal.says, found.main)
    yield from _note_graphs(found, list_beside(found.lesson))


def _note_graphs(found: LessonRun, shown: Sequence[Asked]) -> Iterator[str]:
    """Explain those that the screen shows, and no others."""
    lines = guide.list_graphs(found, [asked.measure for asked in shown])
    if lines:
        yield f"**{say(guide.GRAPHS)}**"
    yield from (f"- {line}" for line in lines)


def _note_why(found: LessonRun) -> Iterator[str]:
    yield lesson_words.fill(found.lesson.why.says, found.main)
    yield say(lesson_words.CITIZENS[found.lesson.why.citizen])


def _note_other(found: LessonRun) -> Iterator[str]:
    yield lesson_words.fill(found.lesson.other_side.says, found.other)
    yield say(words.NOTE_OTHER)


def _note_end(found: LessonRun) -> Iterator[str]:
    yield f"**{say(guide.TRUST)}**"
    yield lesson_words.fill(found.lesson.notes.trust, found.main)
    yield f"**{say(guide.OBJECTIONS)}**"
    yield from (f"- {line}" for line in guide.list_objections(found))


NOTES_OF: Mapping[Step, Callable[[LessonRun], Iterator[str]]] = {
    Step.PREDICT: _note_before,
    Step.LOCKED: _note_locked,
    Step.REVEAL: _note_reveal,
    Step.BESIDE: _note_beside,
    Step.WHY: _note_why,
    Step.OTHER_SIDE: _note_other,
    Step.CHANGE_MIND: _note_end,
}
"""What is noted at each."""
