"""What a target line changes, and what it does not: the shares on both clocks, and the times."""

import streamlit as st

from sim.analysis.capability import LIVED, REPORTED, Capability
from sim.web.capability.inputs import ask_target
from sim.words import capability as words
from sim.words import say


def show_target(
    capability: Capability, service: str, own_target: float, settles: tuple[bool, bool]
) -> float:
    """Ask for a target, tell of either design which share is within it on either clock, return it.

    Parameters
    ----------
    capability
        The two designs over time.
    service
        Name of the service.
    own_target
        Days of the service's own target, where the line is at first.
    settles
        Whether either design settles; of one that does not, nothing is told.
    """
    st.header(say(words.THE_TARGET), anchor=False)
    target = ask_target(service, own_target)
    told = [
        f"- {_tell_design(capability, place, target)}"
        for place, is_told in enumerate(settles)
        if is_told and len(capability.courses[LIVED][place].values)
    ]
    if told:
        st.markdown("\n".join(told))
    st.markdown(say(words.PURPOSE))
    return target


def _tell_design(capability: Capability, place: int, target: float) -> str:
    lived, reported = (capability.courses[kind][place] for kind in (LIVED, REPORTED))
    shares = (reported.share_within(target), lived.share_within(target))
    told = words.tell_target(target, capability.designs[place], *shares)
    limits = lived.stretches[0].limits
    return told if limits is None else f"{told} {words.tell_still(limits)}"
