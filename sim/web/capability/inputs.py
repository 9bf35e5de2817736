"""What is asked on the page: whose clock, two designs or a change, and where a target is."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from sim.words import capability as words
from sim.words import say

MOST_TARGETS = 3
"""So many times the service's own target a line may be drawn at."""
LEAST_DAYS = 10
SLIDER_PX = 680


class Inputs(NamedTuple):
    """What is asked for at the top."""

    kind: str
    """What the values are."""
    is_change: bool
    """Whether the change from one design to the other is shown, or both as they are."""


def ask_inputs(kinds: Sequence[str]) -> Inputs:
    """Ask whose clock, unless there is but one, and what is shown.

    Parameters
    ----------
    kinds
        What can be shown; the first is, at first.
    """
    kind = kinds[0]
    if len(kinds) > 1:
        kind = st.segmented_control(
            say(words.CLOCK),
            kinds,
            default=kind,
            format_func=lambda one: say(words.CLOCKS[one]),
            required=True,
            key="capability:clock",
        )
    is_change = st.segmented_control(
        say(words.VIEW),
        (False, True),
        default=False,
        format_func=lambda one: say(words.A_CHANGE if one else words.TWO_DESIGNS),
        required=True,
        key="capability:view",
    )
    return Inputs(kind, bool(is_change))


def ask_target(service: str, own_target: float) -> float:
    """Ask where a line is to be drawn; at first where the service has its own, in days."""
    most = max(round(MOST_TARGETS * own_target), LEAST_DAYS)
    target = st.slider(
        say(words.TARGET),
        0,
        most,
        round(own_target),
        key=f"capability:target:{service}",
        width=SLIDER_PX,
    )
    return float(target)
