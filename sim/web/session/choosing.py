"""The service that a page is about: what the address asks for is taken up, and it can be chosen."""

import streamlit as st

from sim.errors import RequisiteError
from sim.web.look.plain import write_plain
from sim.web.session.address import take_address
from sim.web.session.asked import start_service
from sim.web.session.files import list_open
from sim.web.session.given import list_left_out
from sim.web.session.own import find_own, is_own
from sim.web.session.stand import find_title
from sim.words import own, page, say, say_error

SERVICE_PX = 380
CHOICE = "service:choice"


def take_address_aloud() -> None:
    """Take up what the address asks for, say what is to be said of it, and choose the service."""
    try:
        told = take_address()
    except RequisiteError as error:
        st.warning(say_error(error), icon=":material/link_off:")
    else:
        if told is not None:
            st.info(say(told), icon=":material/history:")
    if left_out := [f"- {write_plain(say(one))}" for one in list_left_out()]:
        st.warning("\n".join(left_out), icon=":material/link_off:")
    start_service()


def choose_service() -> str:
    """Let the visitor choose a service or a counter-case; all pages of a session have the same.

    The session has it under a name that is no input's: what an input holds goes with its page.
    """
    names = {one: name_service(one) for one in list_open()}
    service: str = st.session_state["service"]
    st.session_state[CHOICE] = service
    with st.container(width=SERVICE_PX):
        st.selectbox(
            say(page.SERVICE),
            names,
            format_func=names.__getitem__,
            key=CHOICE,
            on_change=_take_choice,
        )
        if is_own(service):
            st.caption(say(own.IS_OPEN))
    return service


def _take_choice() -> None:
    st.session_state["service"] = st.session_state[CHOICE]


def name_service(service: str) -> str:
    """Return the title of a service; of a visitor's own file, its name as well."""
    scenario = find_own(service) if is_own(service) else None
    title = find_title(service)
    return f"{scenario.where}: {title}" if scenario else title
