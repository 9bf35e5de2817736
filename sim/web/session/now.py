"""What is asked for now, for pages that show another side of it and have no settings of their own.

The settings are those of this session, or else those that the address gives.
"""

import streamlit as st

from sim.web.session.asked import Asked, as_texts, changes_of
from sim.web.session.bounds import DAYS, FIRST_REPLICATIONS, REPLICATIONS, SEED, Bounds
from sim.web.session.given import start_number
from sim.web.session.stand import Stand


def take_asked(service: str, stand: Stand) -> Asked:
    """Return the comparison that is asked for now; its numbers are kept for this session."""
    return Asked(
        service,
        as_texts(changes_of(service)),
        replications=_take(service, REPLICATIONS, FIRST_REPLICATIONS),
        seed=_take(service, SEED, 1),
        days=_take(service, DAYS, stand.scenario.service.days),
    )


def _take(service: str, bounds: Bounds, default: int) -> int:
    """Return a number, within its bounds whatever a file has; it is kept for this session."""
    key = f"{service}:{bounds.name}"
    asked = int(st.session_state.get(key, start_number(bounds, default)))
    kept = min(max(asked, bounds.least), bounds.most)
    st.session_state.setdefault(key, kept)
    return kept
