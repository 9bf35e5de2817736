"""Any change of the scenario, written as on the command line; and taking all of them back."""

import streamlit as st

from sim.web.asked import change, changes_of, reset
from sim.web.scenarios import Stand


def show_count(service: str, stand: Stand) -> None:
    """Say how much differs from the file, and offer to go back to it.

    Parameters
    ----------
    service
        The service.
    stand
        How it stands.
    """
    if not changes_of(service):
        st.caption("Nothing differs from the file.")
        return
    st.caption(f":material/edit: Values that differ from the file: **{len(stand.moved)}**")
    st.button("Take all changes back", key=f"{service}:reset", on_click=reset, args=(service,))


def show_any_change(service: str) -> None:
    """Ask for a change in words, for what has no slider here."""
    name = f"{service}:any"
    with st.expander("Any other change"), st.form(f"{name}:form", border=False):
        st.text_input(
            "As on the command line",
            key=name,
            placeholder="staff.total=12",
            help="Such as `staff.total=12`, `demand.arrivals_per_day*=1.2` or "
            "`absorbing.targets.days=7`.",
        )
        st.form_submit_button("Make this change", on_click=_take, args=(service, name))


def _take(service: str, name: str) -> None:
    key, _, value = st.session_state[name].partition("=")
    if key.strip():
        change(service, key.strip(), value.strip())
