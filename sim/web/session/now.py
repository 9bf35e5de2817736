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
    days = _find(service, "days", stand.scenario.service.days)
    replications = _find(service, "replications", FIRST_REPLICATIONS)
    return Asked(
        service,
        as_texts(changes_of(service)),
        replications=min(max(replications, LEAST_REPLICATIONS), MOST_REPLICATIONS),
        seed=min(_find(service, "seed", 1), MOST_SEED),
        days=min(max(days, LEAST_DAYS), MOST_DAYS),
    )


def _find(service: str, name: str, default: int) -> int:
    kept: int | None = st.session_state.get(f"{service}:{name}")
    return start_number(name, default) if kept is None else kept
