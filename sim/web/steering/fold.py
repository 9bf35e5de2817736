"""A fold on the page whose content is worked out only once it is open."""

from collections.abc import Callable

import streamlit as st

from sim.errors import RequisiteError
from sim.message import Message
from sim.web.explore.changes import show_problem
from sim.web.session.language import speak_to_visitor
from sim.web.steering.ground import Ground
from sim.words import say
from sim.words.dynamics import tell_how_far


def show_fold(title: Message, key: str, ground: Ground, show: Callable[[Ground], None]) -> None:
    """Show a fold; if it is open, what is in it, and how far that can be believed."""
    speak_to_visitor()  # a fragment may be drawn by itself
    fold = st.expander(say(title), key=key, on_change="rerun")
    if not fold.open:
        return
    with fold:
        try:
            show(ground)
            st.caption(tell_how_far(ground.scenario, ground.designs))
        except RequisiteError as error:
            show_problem(error, ground.service)
