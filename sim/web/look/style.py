"""Our style sheet, and the language of the page for who reads it aloud: put on every page."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from sim.web.look.theme import current_theme
from sim.words import current_language

FILE = Path(__file__).with_name("style.css")
LANGUAGE_JS = "export default ({ data }) => { document.documentElement.lang = data.lang; };"


@cache
def _load() -> str:
    return FILE.read_text(encoding="utf-8")


def show_style() -> None:
    """Put our style on the page. It takes no room on it."""
    theme = current_theme()
    colours = f"--ink: {theme.ink}; --press: {theme.press}; --on-press: {theme.on_dark};"
    st.html(f"<style>:root {{ {colours} }}\n{_load()}</style>")
    with st.container(key="language-told", height=1, border=False):
        _language()(key="language", data={"lang": current_language()})


@cache
def _language() -> Any:
    return st.components.v2.component("requisite_language", html="<i></i>", js=LANGUAGE_JS)
