"""Going back and forth by keys, as the clickers of lecturers send them; in all windows at once."""

from pathlib import Path

import streamlit as st

from sim.lessons import Lesson
from sim.web.room.place import STEPS, Step, go_to, is_notes

KEY = "room-keys"
_listen = st.components.v2.component(
    "requisite.room_keys", js=Path(__file__).with_name("keys.js").read_text(encoding="utf-8")
)


def listen_to_keys(lesson: Lesson, step: Step) -> None:
    """Listen to PageUp, PageDown and the arrows; not while somebody types.

    Windows of one browser go together; the facilitator's, when it opens, goes to where they are.
    """
    _listen(
        key=KEY,
        data={
            "lesson": lesson.name,
            "step": step.value,
            "steps": [one.value for one in STEPS],
            "follows": is_notes(),
        },
        on_step_change=_go,
    )


def _go() -> None:
    pressed = st.session_state[KEY].step
    if pressed in [step.value for step in STEPS]:
        go_to(Step(pressed))
