"""The causal loops of the design as which the service begins, and what each of them adds."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from sim.analysis.twin.loops import tell_acting
from sim.analysis.twin.picture import LoopPicture
from sim.charts.tokens import Theme
from sim.web.look.theme import current_theme
from sim.web.running.jobs import CutLoop, DrawLoops
from sim.web.session.runs import ask
from sim.web.steering.fold import show_fold
from sim.web.steering.ground import Ground
from sim.words import loops as words
from sim.words import say

FOLDER = Path(__file__).parent
HTML = '<div class="picture" tabindex="0" role="group"></div>'
"""By keyboard the picture is moved sideways as well."""
KEY = "steering:loops"
SELECT_PX = 680


@cache
def _register() -> Any:
    """Tell Streamlit of the component, once."""
    style, script = ((FOLDER / f"loops.{kind}").read_text("utf-8") for kind in ("css", "js"))
    return st.components.v2.component("requisite_loops", html=HTML, css=style, js=script)


@st.fragment
def show_loops(ground: Ground) -> None:
    """Offer the loops; if the fold is open, show them, and ask which one is to be lit."""
    show_fold(words.FOLD, KEY, ground, _show)


def _show(ground: Ground) -> None:
    scenario, design = ground.scenario, ground.start
    picture: LoopPicture = ask(("loops", *ground.key, design), DrawLoops(scenario, design))
    st.header(words.tell_whose_loops(design), anchor=False)
    loop = st.selectbox(
        say(words.WHICH),
        ["", *words.list_loops()],
        format_func=words.say_loop,
        key="steering:loop",
        width=SELECT_PX,
    )
    told = st.container()  # the picture stands below it, and is there before what a loop adds
    _register()(key="steering:picture", data=_build_data(picture, loop, current_theme()))
    st.caption(say(words.SIGNS))
    if loop:
        with told:
            st.markdown(_tell(ground, picture, loop))


def _tell(ground: Ground, picture: LoopPicture, loop: str) -> str:
    scenario, design = ground.scenario, ground.start
    cut = ask(("loop", *ground.key, design, loop), CutLoop(scenario, design, loop))
    staff = scenario.count_staff(design)
    return words.tell_acting(tell_acting(design, staff, loop, picture.figures, cut))


def _build_data(picture: LoopPicture, loop: str, theme: Theme) -> dict[str, str]:
    """Build what the script shows: the picture in the colours of the page, and in words."""
    colours = {
        "ink": theme.ink,
        "paper": theme.paper,
        "plus": theme.first,
        "minus": theme.second,
        "both": theme.pale,
    }
    style = "".join(f"--loops-{name}:{colour};" for name, colour in colours.items())
    svg = words.draw_graph(picture.graph, loop).replace("<svg ", f'<svg style="{style}" ', 1)
    return {"svg": svg, "spelt": words.spell_graph(picture.graph), "label": say(words.FOLD)}
