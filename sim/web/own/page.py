"""The page from top to bottom: its sections, of which one is open."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from sim.errors import RequisiteError
from sim.message import Message
from sim.web.look.plain import write_plain
from sim.web.own.as_it_is import show_as_it_is
from sim.web.own.file import show_file
from sim.web.own.waits import show_waits
from sim.web.own.what_if import show_what_if
from sim.words import own_service as words
from sim.words import say, say_error


class Section(NamedTuple):
    """A part of the page."""

    title: Message
    show: Callable[[], None]
    """It asks `sim.web.own.kept.find_log` for the log."""


SECTIONS = {
    "file": Section(words.YOUR_FILE, show_file),
    "waits": Section(words.WAITS, show_waits),
    "as-it-is": Section(words.AS_IT_IS, show_as_it_is),
    "what-if": Section(words.WHAT_IF, show_what_if),
}
"""In the order in which they stand; only the one that is open is made."""


def show_own_service() -> None:
    """Show the page."""
    st.title(say(words.TITLE))
    st.markdown(say(words.IDEA))
    name = st.segmented_control(
        say(words.SECTION),
        SECTIONS,
        default=next(iter(SECTIONS)),
        format_func=lambda one: say(SECTIONS[one].title),
        required=True,
        label_visibility="collapsed",
        key="own-log:section",
    )
    try:
        SECTIONS[name].show()
    except RequisiteError as error:
        st.error(write_plain(say_error(error)))
