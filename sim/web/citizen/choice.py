"""Whom to follow: three buttons, and why it is this one."""

from typing import Literal, NamedTuple

import streamlit as st

from sim.journey import Followed, Following
from sim.lessons import Citizen
from sim.message import Message
from sim.web.session.whom import find_kept, keep
from sim.words import citizen as words
from sim.words import say

TYPICAL: Citizen = "typical"
WORST_IN_TEN: Citizen = "worst in ten"


class Why(NamedTuple):
    """Why somebody is followed: of one-off cases, and of clients."""

    of_cases: Message
    of_clients: Message


WHY: dict[Citizen, Why] = {
    TYPICAL: Why(words.WHY_TYPICAL, words.WHY_TYPICAL_CLIENT),
    WORST_IN_TEN: Why(words.WHY_WORST, words.WHY_WORST_CLIENT),
}


def show_choice() -> None:
    """Show the buttons."""
    _show_button(TYPICAL, words.TYPICAL)
    _show_button(WORST_IN_TEN, words.WORST_IN_TEN)
    st.button(
        say(words.ANOTHER),
        key="follow:another",
        on_click=_take_another,
        type=_type(isinstance(find_kept(), int)),
    )


def _show_button(which: Citizen, label: Message) -> None:
    st.button(
        say(label),
        key=f"follow:{which}",
        on_click=keep,
        args=(which,),
        type=_type(find_kept() == which),
    )


def _type(is_chosen: bool) -> Literal["primary", "secondary"]:
    return "primary" if is_chosen else "secondary"


def _take_another() -> None:
    kept = find_kept()
    keep(kept + 1 if isinstance(kept, int) else 0)


def find_followed(following: Following) -> Followed | None:
    """Return who is followed; `None` where there is nobody."""
    kept = find_kept()
    if not following.others:
        return None
    if isinstance(kept, int):
        return following.others[kept % len(following.others)]
    return following.chosen[kept]


def tell_why(following: Following) -> str:
    """Tell why the citizen is followed who is."""
    kept = find_kept()
    if isinstance(kept, int):
        return words.tell_lot(following.candidates)
    why = WHY[kept].of_clients if following.is_clients else WHY[kept].of_cases
    return words.tell_why(why, following.candidates, following.designs[0])
