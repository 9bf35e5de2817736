"""Where a page is, for links from other pages, which need not know how it is shown."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

KEPT = "places"


def keep_places(places: "Mapping[str, StreamlitPage]") -> None:
    """Keep the pages by their addresses, for as long as this session lasts."""
    st.session_state[KEPT] = places


def find_place(address: str) -> "StreamlitPage":
    """Return the page at an address, as `st.page_link` and `st.switch_page` take it."""
    places: Mapping[str, StreamlitPage] = st.session_state[KEPT]
    return places[address]
