"""The pad on the desk, and the contacts that this window has counted."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from sim.own.tally import Contact
from sim.web.listening import CSS, MOST_CONTACTS, SCRIPT, list_settings, read_heard
from sim.words import current_language

KEY, TOLD = "hour:pad", "hour:told"
HTML = '<div class="pad"></div>'
FIELDS = ("id", "time", "kind", "cause")


@cache
def _register() -> Any:
    """Tell Streamlit of the component, once."""
    script = SCRIPT + Path(__file__).with_name("hour.js").read_text(encoding="utf-8")
    return st.components.v2.component("requisite_hour", html=HTML, css=CSS, js=script)


def show_pad() -> None:
    """Show the pad. What it counts is kept by the browser; it tells this session of it."""
    data = {
        "settings": list_settings(),
        "language": current_language(),
        "has": st.session_state.get(TOLD, []),
    }
    _register()(key=KEY, data=data, on_contacts_change=_take)


def _take() -> None:
    """Take what the pad has told."""
    st.session_state[TOLD] = check_told(st.session_state[KEY].contacts)


def check_told(told: Any) -> list[list[str]]:
    """Return what a pad has told, without whatever is no contact."""
    rows = told[:MOST_CONTACTS] if isinstance(told, list) else []
    return [row for row in rows if _read(row) is not None]


def list_counted() -> list[Contact]:
    """List the contacts that this window has counted."""
    read = (_read(row) for row in st.session_state.get(TOLD, []))
    return [contact for contact in read if contact is not None]


def _read(row: Any) -> Contact | None:
    is_row = isinstance(row, list) and len(row) == len(FIELDS)
    heard = read_heard(dict(zip(FIELDS, row, strict=True))) if is_row else None
    return None if heard is None else heard.contact
