"""The log of a visitor's own: in their session alone, in memory alone, and gone with it."""

from typing import Any, NamedTuple

import streamlit as st

from sim.own.caselog import CaseLog
from sim.own.waits import Waits
from sim.web.running.jobs import Job, MeasureWaits, OwnLog
from sim.web.session.runs import ask_unkept
from sim.web.session.sent import Sent

KEPT, MADE, READINGS = "own-log:kept", "own-log:made", "own-log:readings"


class Opened(NamedTuple):
    """A file that is open."""

    sent: Sent
    understood: OwnLog
    reading: int
    """Counts how often files were read: inputs about one reading are not those of the next."""


def find_opened() -> Opened | None:
    """Return the file that is open, with what was understood of it; `None` if none is."""
    opened: Opened | None = st.session_state.get(KEPT)
    return opened


def find_log() -> CaseLog | None:
    """Return the log of the file that is open; `None` if none is, or it cannot be read so."""
    opened = find_opened()
    return None if opened is None else opened.understood.log


def keep(sent: Sent, understood: OwnLog) -> None:
    """Keep a file and what was understood of it, in place of what was open before."""
    close()
    reading = st.session_state.get(READINGS, 0) + 1
    st.session_state[READINGS] = reading
    st.session_state[KEPT] = Opened(sent, understood, reading)


def close() -> None:
    """Close what is open; nothing of it is kept."""
    st.session_state.pop(KEPT, None)
    st.session_state.pop(MADE, None)


def find_waits(log: CaseLog) -> Waits:
    """Return for whom the cases of the open log wait; measured once."""
    waits: Waits = find_made("waits", MeasureWaits(log))
    return waits


def find_made(name: str, job: Job) -> Any:
    """Return what is made of the open log, under a name; made once."""
    made: dict[str, Any] = st.session_state.setdefault(MADE, {})
    if name not in made:
        made[name] = ask_unkept(job)
    return made[name]
