"""The screens of a lesson, each one question or one answer."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from sim.lessons import Asked, Lesson, Shown, list_beside, list_deciding, list_turning
from sim.web.phones import find_room
from sim.web.room.citizen import follow_ahead
from sim.web.room.figures import show_guesses, show_panels
from sim.web.room.hands import count_hands, list_hands, note_numbers
from sim.web.room.phones import ask_phones, list_phoned, lock_phones, show_way_in
from sim.web.room.place import Step
from sim.web.room.runs import run, run_ahead
from sim.web.room.telling import show_change_mind, show_heading, show_why
from sim.words import lesson_figures as figures
from sim.words import lessons as lesson_words
from sim.words import room as words
from sim.words import say

MOST_BESIDE, MOST_IN_ROW, MOST_TURNING = 4, 3, 2
ROOM_EM, TEXT_EM = 16.2, 1.8
"""Of a screen, for all bars; and for the text of one, with the room below it."""
LEAST_BAR_EM, BAR_EM, MOST_BAR_EM = 0.5, 1.0, 2.0


def show_predict(lesson: Lesson) -> None:
    """Ask, and show nothing; what the model shows is worked out meanwhile."""
    run_ahead(lesson)
    ask_phones(lesson)
    room = find_room()
    asked, way_in = st.columns([5, 2], gap="large") if room else (st.container(), None)
    with asked:
        show_heading(words.STEPS["predict"], lesson_words.ask(lesson.predict.ask, lesson.setup))
        _show_answers(lesson)
    if room is not None and way_in is not None:
        with way_in:
            show_way_in(room, lesson)


def _show_answers(lesson: Lesson) -> None:
    if lesson.predict.number is not None:
        note_numbers(lesson)
    for place, choice in enumerate(lesson_words.list_choices(lesson)):
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.markdown(f"**{place + 1}.** {choice}", width="stretch")
            count_hands(lesson, place)


def show_locked(lesson: Lesson) -> None:
    """Lock, and show what was guessed."""
    run_ahead(lesson)
    follow_ahead(lesson)
    lock_phones(lesson)
    show_heading(words.STEPS["locked"], lesson_words.ask(lesson.question, lesson.setup))
    show_guesses(lesson, list_guesses(lesson), None)


def list_guesses(lesson: Lesson) -> list[float]:
    """List all guesses, by hand and by phone."""
    return [*list_hands(lesson), *list_phoned(lesson)]


def show_reveal(lesson: Lesson) -> None:
    """Show what the model says, beside the guesses."""
    lock_phones(lesson)
    found, guesses = run(lesson), list_guesses(lesson)
    question = lesson_words.ask(lesson.question, lesson.setup)
    show_heading(question, lesson_words.tell_answer(found))
    if not found.holds:
        st.warning(say(lesson_words.NOT_SHOWN))
    left, right = st.columns(2, gap="large")
    with left:
        show_guesses(lesson, guesses, found)
        st.markdown(figures.tell_guesses(found, guesses))
    with right:
        deciding = list_deciding(lesson)
        bars = len(deciding) * len(lesson.setup.arms)
        show_panels(found.main, deciding, columns=1, bar_em=find_bar_em(bars))


def find_bar_em(bars: int) -> float:
    """Return how high so many bars may be, in letters, for all of them to be seen at once."""
    return min(max(ROOM_EM / max(bars, 1) - TEXT_EM, LEAST_BAR_EM), MOST_BAR_EM)


def show_beside(lesson: Lesson) -> None:
    """Show what else there is to see."""
    lock_phones(lesson)
    found = run(lesson)
    show_heading(words.STEPS["beside"], "")
    told = lesson_words.tell_shown(lesson.reveal.says, found.main)
    _show_told(told, found.main, list_beside(lesson))


def show_other_side(lesson: Lesson) -> None:
    """Show the case in which it turns, as carefully as the first."""
    lock_phones(lesson)
    found, turning = run(lesson), list_turning(lesson)[:MOST_TURNING]
    show_heading(words.STEPS["other-side"], "")
    told = lesson_words.tell_shown(lesson.other_side.says, found.other)
    _show_told(told, found.other, turning)


def _show_told(told: str, shown: Shown, asked: Sequence[Asked]) -> None:
    """Show a text above its charts, three in a row at the most; or beside it, if there is one."""
    asked = asked[:MOST_BESIDE]
    columns = max(len(asked), 1) if len(asked) <= MOST_IN_ROW else 2
    bars = -(-len(asked) // columns) * len(shown.setup.arms)
    bar_em = min(find_bar_em(bars), BAR_EM)
    if len(asked) != 1:
        st.markdown(told)
        show_panels(shown, asked, columns, bar_em)
        return
    left, right = st.columns(2, gap="large")
    left.markdown(told)
    with right:
        show_panels(shown, asked, 1, bar_em)


SCREENS: Mapping[Step, Callable[[Lesson], None]] = {
    Step.PREDICT: show_predict,
    Step.LOCKED: show_locked,
    Step.REVEAL: show_reveal,
    Step.BESIDE: show_beside,
    Step.WHY: show_why,
    Step.OTHER_SIDE: show_other_side,
    Step.CHANGE_MIND: show_change_mind,
}
"""What shows each."""
