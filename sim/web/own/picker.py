"""A log is chosen, or simulated for who has none, and read."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from sim.message import Message
from sim.web.own.kept import keep
from sim.web.running.jobs import ReadLog, SimulateLog
from sim.web.running.limits import MOST_LOG_BYTES, MOST_PLAIN_LOG_BYTES
from sim.web.session.files import load_filed
from sim.web.session.runs import ask_unkept
from sim.web.session.sent import Kind, Sent, read_sent
from sim.words import own_service as words
from sim.words import say
from sim.words.numbers import write_decimal

PICKER, SENT, IS_DEMO = "own-log:picker", "own-log:sent", "own-log:demo"
HERE = Path(__file__).parent
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xes", ".gz")
TYPES = ",".join(ENDINGS)
HTML = f'<label><span></span><input type="file" accept="{TYPES}" aria-label="{TYPES}"></label>'
"""Called by its endings until the script gives it its label."""
STYLE = HERE.parent / "research" / "own.css"
MEGABYTE = 1_000_000
MOST_TOLD = MOST_LOG_BYTES / MEGABYTE
LOG = Kind(ENDINGS, MOST_LOG_BYTES, Message(words.TOO_LARGE.template, most=MOST_TOLD))
DEMO, DEMO_DESIGN, DEMO_DAYS = "childcare-placement", "functionalised", 120


@cache
def _component() -> Any:
    css, js = (path.read_text(encoding="utf-8") for path in (STYLE, HERE / "picker.js"))
    return st.components.v2.component("requisite_own_log", html=HTML, css=css, js=js)


def show_picker() -> None:
    """Let a visitor choose a log, or try with a simulated one; read what was chosen.

    Raises
    ------
    RequisiteError
        If it cannot be read at all.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        _component()(
            key=PICKER,
            data={
                "label": say(words.CHOOSE, most=write_decimal(MOST_TOLD)),
                "busy": say(words.BUSY),
                "most": MOST_LOG_BYTES,
                "most_plain": MOST_PLAIN_LOG_BYTES,
            },
            on_file_change=_take,
            width="content",
        )
        st.button(say(words.TRY), key="own-log:try", on_click=_take_demo)
    if st.session_state.pop(IS_DEMO, False):
        _read(_simulate())
    if SENT in st.session_state:
        _read(read_sent(st.session_state.pop(SENT), LOG))


def _take() -> None:
    """Take what the browser has sent; it is looked at where the page is drawn."""
    st.session_state[SENT] = st.session_state[PICKER].file


def _take_demo() -> None:
    st.session_state[IS_DEMO] = True


def _simulate() -> Sent:
    """Simulate a log, as a file: what is then shown of it is shown of any other, too."""
    job = SimulateLog(load_filed(DEMO), DEMO_DESIGN, DEMO_DAYS)
    return Sent(words.DEMO_FILE, ask_unkept(job))


def _read(sent: Sent) -> None:
    keep(sent, ask_unkept(ReadLog(sent.name, sent.content)))
