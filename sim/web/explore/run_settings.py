"""How to run a comparison."""

from typing import NamedTuple

import streamlit as st

from sim.web.session.asked import Asked, as_texts, changes_of
from sim.web.session.bounds import DAYS, FIRST_REPLICATIONS, REPLICATIONS, SEED, Bounds
from sim.web.session.given import start_number
from sim.web.session.stand import Stand
from sim.words import page, say


class Setting(NamedTuple):
    """A number to set: its bounds, its label and what it does."""

    bounds: Bounds
    label: str
    about: str


THE_DAYS = Setting(DAYS, page.DAYS, page.DAYS_HELP)
THE_REPLICATIONS = Setting(REPLICATIONS, page.REPLICATIONS, page.REPLICATIONS_HELP)
THE_SEED = Setting(SEED, page.SEED, page.SEED_HELP)


def show_settings(service: str, stand: Stand) -> Asked:
    """Show the settings of a run; return the comparison that they ask for."""
    with st.popover(say(page.SETTINGS), icon=":material/tune:"):
        days = _ask(THE_DAYS, service, stand.scenario.service.days)
        replications = _ask(THE_REPLICATIONS, service, FIRST_REPLICATIONS)
        seed = _ask(THE_SEED, service, 1)
    return Asked(service, as_texts(changes_of(service)), replications, seed, days)


def _ask(setting: Setting, service: str, default: int) -> int:
    name, least, most = setting.bounds
    key = f"{service}:{name}"
    asked = int(st.session_state.get(key, start_number(setting.bounds, default)))
    st.session_state[key] = min(max(asked, least), most)
    return st.number_input(
        say(setting.label),
        least,
        most,
        step=1,
        key=key,
        help=say(setting.about),
        persist_state="session",
    )
