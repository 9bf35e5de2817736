"""What is asked for now, for pages that show another side of it and have no settings of their own.

The settings are those of this session, or else those that the address gives.
"""

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

MOST_SEED = 1_000_000


def find_asked(service: str, stand: Stand) -> Asked:
    """Return the comparison that is asked for now.

    Raises
    ------
    RunError
        If the address asks for something else than numbers.
    """
    days = (stand.scenario.service.days, LEAST_DAYS, MOST_DAYS)
    replications = (FIRST_REPLICATIONS, LEAST_REPLICATIONS, MOST_REPLICATIONS)
    return Asked(
        service,
        as_texts(changes_of(service)),
        replications=_find(service, "replications", *replications),
        seed=_find(service, "seed", 1, 0, MOST_SEED),
        days=_find(service, "days", *days),
    )


def _find(service: str, name: str, default: int, least: int, most: int) -> int:
    """Return a setting, within its bounds; what the address gives is kept for this session."""
    key = f"{service}:{name}"
    start = start_number(name, default)
    kept = min(max(int(st.session_state.get(key, start)), least), most)
    st.session_state.setdefault(key, kept)
    return kept
