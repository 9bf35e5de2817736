"""Buttons that go through the quarters, by themselves or one at a time."""

from functools import cache, partial
from pathlib import Path
from typing import Any

import streamlit as st

from sim.words import quarters, say

FOLDER = Path(__file__).parent
HTML = '<div class="play"></div>'
KEY = "steering:play"
BUTTONS = {
    "play": quarters.PLAY,
    "pause": quarters.PAUSE,
    "step": quarters.ONE_ON,
    "again": quarters.AGAIN,
}


@cache
def _register() -> Any:
    """Tell Streamlit of the component, once."""
    style, script = ((FOLDER / f"play.{kind}").read_text("utf-8") for kind in ("css", "js"))
    return st.components.v2.component("requisite_play", html=HTML, css=style, js=script)


def show_play(slider: str, quarter: int, last: int) -> None:
    """Show the buttons, in whatever is drawn anew when a quarter is gone to.

    Parameters
    ----------
    slider
        Key of the slider that they move.
    quarter, last
        Where it is, and where they stop.
    """
    data = {
        "quarter": quarter,
        "quarters": last,
        "words": {name: say(text) for name, text in BUTTONS.items()},
    }
    _register()(key=KEY, data=data, on_to_change=partial(take_quarter, slider, last))


def take_quarter(slider: str, last: int) -> None:
    """Go to the quarter that the buttons have sent."""
    sent = st.session_state[KEY].to
    st.session_state[slider] = min(max(int(sent), 1), last)
