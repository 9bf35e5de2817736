"""How a lesson looks: nothing on the screen but the lesson, in letters for the back of a room."""

from functools import cache
from pathlib import Path

import streamlit as st

from sim.web.look.theme import current_theme

FILE = Path(__file__).with_name("large.css")


@cache
def _load() -> str:
    return FILE.read_text(encoding="utf-8")


def show_large() -> None:
    """Let the page be a large screen, for as long as it is drawn so."""
    theme = current_theme()
    colours = f":root {{ --room-paper: {theme.paper}; --room-rule: {theme.rule}; }}"
    st.html(f"<style>{colours}\n{_load()}</style>")
