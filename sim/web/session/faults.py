"""What is shown where the page itself is at fault: one sentence, and nothing of the inside.

What happened is for whoever serves the page, on standard error.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from sim.web.session.language import speak_to_visitor
from sim.words import page, say

log = logging.getLogger(__name__)


@contextmanager
def telling_faults() -> Iterator[None]:
    """Show one sentence in place of an error that nobody foresaw, and write down what it was."""
    try:
        yield
    except Exception as error:
        log.exception("a page failed")
        show_fault(error)


def show_fault(_error: Exception) -> bool:
    """Show that something went wrong; true, since nothing else is to be shown of it."""
    speak_to_visitor()  # what went wrong may have done so before the page spoke at all
    st.error(say(page.FAULT), icon=":material/error:")
    return True
