"""The facilitator's guide, to be kept and printed."""

import streamlit as st

from sim.lessons import LessonRun
from sim.report import write_guide
from sim.words import current_language, say, speaking
from sim.words import room as words


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
