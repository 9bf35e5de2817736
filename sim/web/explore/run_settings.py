"""How to run a comparison."""

from typing import NamedTuple

import streamlit as st

from sim.analysis import LEAST_DAYS, LEAST_REPLICATIONS, MOST_DAYS
from sim.web.session.asked import (
    FIRST_REPLICATIONS,
    MOST_REPLICATIONS,
    Asked,
    as_texts,
    changes_of,
    start_number,
)
from sim.web.session.stand import Stand
from sim.words import page, say


class Setting(NamedTuple):
    """A number to set: its name in the address, its label, its bounds and what it does."""

    name: str
    label: str
    least: int
    most: int
    about: str


DAYS = Setting("days", page.DAYS, LEAST_DAYS, MOST_DAYS, page.DAYS_HELP)
REPLICATIONS = Setting(
    "replications", page.REPLICATIONS, LEAST_REPLICATIONS, MOST_REPLICATIONS, page.REPLICATIONS_HELP
)
SEED = Setting("seed", page.SEED, 0, 1_000_000, page.SEED_HELP)


def show_settings(service: str, stand: Stand) -> Asked:
    """Show the settings of a run; return the comparison that they ask for.

    Raises
    ------
    RunError
        If the address asks for something else than numbers.
    """
    with st.popover(say(page.SETTINGS), icon=":material/tune:"):
        days = _ask(DAYS, service, stand.scenario.service.days)
        replications = _ask(REPLICATIONS, service, FIRST_REPLICATIONS)
        seed = _ask(SEED, service, 1)
    return Asked(service, as_texts(changes_of(service)), replications, seed, days)


def _ask(setting: Setting, service: str, default: int) -> int:
    key = f"{service}:{setting.name}"
    asked = int(st.session_state.get(key, start_number(setting.name, default)))
    st.session_state[key] = min(max(asked, setting.least), setting.most)
    return st.number_input(
        say(setting.label),
        setting.least,
        setting.most,
        step=1,
        key=key,
        help=say(setting.about),
        persist_state="session",
    )
