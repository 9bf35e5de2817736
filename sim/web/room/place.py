"""Where one is in a lesson. It stands in the address, so that a reload stays there."""

from enum import Enum

import streamlit as st

from sim.errors import RequisiteError
from sim.lessons import Lesson, list_lessons, load_lesson
from sim.message import Message
from sim.words import room as words

LESSON, STEP, NOTES, HANDS = "lesson", "step", "notes", "hands"
"""Names in the address."""
SEED = 1


class Step(Enum):
    """A screen of a lesson, in the order in which they follow; its value stands in the address."""

    PREDICT = "predict"
    LOCKED = "locked"
    REVEAL = "reveal"
    BESIDE = "beside"
    WHY = "why"
    OTHER_SIDE = "other-side"
    CHANGE_MIND = "change-mind"

    @property
    def title(self) -> Message:
        """What it is called."""
        return words.STEPS[self.value]

    @property
    def place(self) -> int:
        """Its place, from 0."""
        return STEPS.index(self)

    def find_after(self, by: int) -> "Step":
        """Return the screen so many further on, or back; the last, or the first, beyond."""
        return STEPS[min(max(self.place + by, 0), len(STEPS) - 1)]


STEPS = tuple(Step)


def find_lesson() -> Lesson | None:
    """Return the lesson that the address names; `None` if it names none that there is."""
    name = st.query_params.get(LESSON)
    if name not in [lesson.name for lesson in list_lessons()]:
        return None  # a name only: no file of whoever asks is read
    try:
        return load_lesson(name)
    except RequisiteError:
        return None


def find_step() -> Step:
    """Return the screen that the address names; the first if it names none that there is."""
    try:
        return Step(st.query_params.get(STEP))
    except ValueError:
        return Step.PREDICT


def is_notes() -> bool:
    """Tell whether this is the facilitator's window."""
    return NOTES in st.query_params


def go_to(step: Step) -> None:
    """Go to a screen of the lesson."""
    st.query_params[STEP] = step.value


def begin(name: str) -> None:
    """Begin a lesson."""
    st.query_params.pop(HANDS, None)
    st.session_state.pop(name_hands(name), None)
    st.query_params[LESSON] = name
    st.query_params[STEP] = Step.PREDICT.value


def name_hands(lesson: str) -> str:
    """Return under which name the session keeps what hands were counted in a lesson."""
    return f"room:{lesson}:hands"


def leave() -> None:
    """Go back to the list of lessons."""
    for name in (LESSON, STEP, NOTES, HANDS):
        st.query_params.pop(name, None)
