"""Who is followed, as it stands in the address: a reload, or who is sent it, sees the same one."""

from collections.abc import Mapping

import streamlit as st

from sim.lessons import Citizen

WHO, KEPT = "who", "followed"
"""The name in the address; and in the session."""
FIRST: Citizen = "typical"
IN_ADDRESS: Mapping[Citizen, str] = {"typical": "typical", "worst in ten": "worst"}
"""Those that the address can name."""


def find_kept() -> Citizen | int:
    """Return who is followed: by the name of a choice, or by number among the others."""
    named = {name: which for which, name in IN_ADDRESS.items()}
    first = named.get(st.query_params.get(WHO, ""), FIRST)
    kept: Citizen | int = st.session_state.setdefault(KEPT, first)
    return kept


def keep(which: Citizen | int) -> None:
    """Follow somebody else; one of the others is not in the address."""
    st.session_state[KEPT] = which
    if isinstance(which, str):
        st.query_params[WHO] = IN_ADDRESS[which]
    else:
        st.query_params.pop(WHO, None)
