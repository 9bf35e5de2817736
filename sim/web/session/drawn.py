"""What has been drawn of a result is shown again: drawing takes longer than all else on a page.

A function that only shows, and asks for nothing, is drawn once for each key and whatever else it is
given; what begins with ``_`` is not looked at, for the key says all of it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import streamlit as st

from sim.scenario import Scenario
from sim.web.session.asked import Asked
from sim.web.session.own import is_own
from sim.words import current_language

MOST_KEPT = 64
Show = TypeVar("Show", bound=Callable[..., Any])


def drawn_once(show: Show) -> Show:
    """Let a function draw the same only once, for all visitors; of an own file for its owner."""
    for_all = st.cache_data(max_entries=MOST_KEPT, show_spinner=False)(show)
    for_one = st.cache_data(max_entries=MOST_KEPT, show_spinner=False, scope="session")(show)

    @wraps(show)
    def draw(key: str, *others: Any) -> Any:
        is_theirs = is_own(st.session_state.get("service", ""))
        return (for_one if is_theirs else for_all)(key, *others)

    return cast(Show, draw)


def find_key(asked: Asked, scenario: Scenario) -> str:
    """Return what a drawing depends on: what was asked for, of which file, in which language."""
    return repr((tuple(asked), scenario.origin, current_language()))
