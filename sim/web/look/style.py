"""Our style sheet, put on every page."""

from functools import cache
from pathlib import Path

import streamlit as st

FILE = Path(__file__).with_name("style.css")


@cache
def _load() -> str:
    return f"<style>{FILE.read_text(encoding='utf-8')}</style>"


def show_style() -> None:
    """Put our style on the page. It takes no room on it."""
    st.html(_load())
