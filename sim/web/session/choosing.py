"""The service that a page is about: what the address asks for is taken up, and it can be chosen."""

import streamlit as st

from sim.errors import RequisiteError
from sim.web.session.address import take_address
from sim.web.session.asked import start_service
from sim.web.session.files import list_all_filed
from sim.web.session.stand import find_title
from sim.words import page, say, say_error

SERVICE_PX = 380


def take_address_aloud() -> None:
    """Take up what the address asks for, say what is to be said of it, and choose the service."""
    try:
        told = take_address()
    except RequisiteError as error:
        st.warning(say_error(error), icon=":material/link_off:")
    else:
        if told is not None:
            st.info(say(told), icon=":material/history:")
    start_service()


def choose_service() -> str:
    """Let the visitor choose a service or a counter-case; all pages of a session have the same."""
    return st.selectbox(
        say(page.SERVICE),
        list_all_filed(),
        format_func=find_title,
        key="service",
        persist_state="session",
        width=SERVICE_PX,
    )
