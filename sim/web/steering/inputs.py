"""What is asked on the page: as what the service begins, how needs vary, and two figures."""

from typing import NamedTuple

import streamlit as st

from sim.scenario import Scenario, has_visits
from sim.steering import SHORT
from sim.words import quarters, say, say_sentence
from sim.words import steering as words
from sim.words.designs import name_design

FIGURE_PX = 300
USUAL = ("unit_cost", "failure_demand")
OF_CASES = ("target", "end_to_end_time", "promise")
"""Figures that visits have not."""


class Inputs(NamedTuple):
    """What is asked for."""

    start: str
    has_variety: bool
    by: tuple[str, ...]
    """The figures, each once."""


def list_figures(scenario: Scenario) -> list[str]:
    """List the figures that can be steered by, by their short names."""
    return [name for name in SHORT if not (has_visits(scenario) and name in OF_CASES)]


def ask_inputs(scenario: Scenario, designs: tuple[str, str]) -> Inputs:
    """Ask as what the service begins, whether needs vary, and for two figures."""
    figures = list_figures(scenario)
    with st.container(horizontal=True, gap="medium"):
        by = [
            _ask_figure(figures, place, say(title))
            for place, title in enumerate((quarters.FIRST_MANAGER, quarters.SECOND_MANAGER))
        ]
    with st.container(horizontal=True, gap="medium"):
        start = st.segmented_control(
            say(quarters.BEGINS),
            designs[::-1],
            default=designs[1],
            format_func=lambda design: say_sentence(name_design(design)),
            required=True,
            key="steering:start",
        )
        has_variety = st.segmented_control(
            say(quarters.NEEDS),
            (True, False),
            default=True,
            format_func=lambda varies: say(quarters.VARY if varies else quarters.ARE_ALIKE),
            required=True,
            key="steering:variety",
        )
    return Inputs(str(start), bool(has_variety), tuple(dict.fromkeys(by)))


def _ask_figure(figures: list[str], place: int, title: str) -> str:
    return st.selectbox(
        title,
        figures,
        index=figures.index(USUAL[place]),
        format_func=lambda name: say_sentence(words.name_figure(SHORT[name])),
        key=f"steering:by:{place}",
        width=FIGURE_PX,
    )
