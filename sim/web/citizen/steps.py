"""The steps of a journey in words: the designs beside each other, on a phone below."""

from collections.abc import Iterable
from itertools import groupby

import streamlit as st
from markupsafe import Markup

from sim.journey import Followed, Following, Step
from sim.words import citizen as words
from sim.words import say
from sim.words.designs import say_designs


def show_steps(followed: Followed, following: Following) -> None:
    """Show all that happened, in words."""
    with st.expander(say(words.STEP_BY_STEP)):
        columns = st.columns(len(followed.journeys), gap="large")
        names = say_designs(following.designs)
        for column, name, journey in zip(columns, names, followed.journeys, strict=True):
            with column:
                st.markdown(f"**{name}**")
                st.html(_write(journey.steps))


def _write(steps: Iterable[Step]) -> str:
    """Write what happened at one time into one paragraph; whatever is said in it is escaped."""
    at_once = groupby(steps, key=lambda step: step.when)
    paragraphs = (
        Markup("<p><b>{when}</b>{said}</p>").format(
            when=when, said=Markup("").join(Markup("<br>{}").format(step.what) for step in group)
        )
        for when, group in at_once
    )
    return str(Markup("").join(paragraphs))
