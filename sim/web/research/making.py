"""What takes a while is made when somebody asks for it, or else by a command of their own."""

from collections.abc import Hashable
from typing import Any

import streamlit as st

from sim.message import Message
from sim.web.running.jobs import Job
from sim.web.running.limits import MOST_EXPECTED_S
from sim.web.session.runs import ask, find_made
from sim.words import research as words
from sim.words import say


def ask_for(called: Message, key: Hashable, job: Job, command: str) -> Any:
    """Return a result that is made already, or is asked for now; `None` without one.

    Parameters
    ----------
    called
        What the button says.
    key, job
        As `sim.web.session.runs.ask` takes them.
    command
        What makes the same, with more replications, on somebody's own computer.

    Raises
    ------
    RequisiteError
        If it cannot be made.
    """
    is_short = job.expected_s <= MOST_EXPECTED_S
    found, place = find_made(key), st.empty()
    is_asked = (
        is_short and found is None and place.button(say(called), icon=":material/play_arrow:")
    )
    st.caption(say(words.WITH_MORE if is_short else words.TOO_LONG))
    st.code(command, language=None, wrap_lines=True)
    if is_asked:
        place.empty()
        found = ask(key, job)
    return found
