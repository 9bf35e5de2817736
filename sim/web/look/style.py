"""Our style sheet, and the language of the page for who reads it aloud: put on every page."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from sim.words import current_language

FILE = Path(__file__).with_name("style.css")
LANGUAGE_JS = "export default ({ data }) => { document.documentElement.lang = data.lang; };"


@cache
def _load() -> str:
    return f"<style>{FILE.read_text(encoding='utf-8')}</style>"


def show_style() -> None:
    """Put our style on the page. It takes no room on it."""
    st.html(_load())
    with st.container(key="language-told", height=1, border=False):
        _language()(key="language", data={"lang": current_language()})


@cache
def _language() -> Any:
    return st.components.v2.component("requisite_language", html="<i></i>", js=LANGUAGE_JS)
