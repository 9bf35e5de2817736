"""Where a page is, for links from other pages, and going there with a scenario to be shown."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NoReturn

import streamlit as st

from sim.web.session.address import CODE

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

KEPT, OPENS = "places", "open"


def keep_places(places: "Mapping[str, StreamlitPage]") -> None:
    """Keep the pages by their addresses, for as long as this session lasts."""
    st.session_state[KEPT] = places


def find_place(address: str) -> "StreamlitPage":
    """Return the page at an address, as `st.page_link` and `st.switch_page` take it."""
    places: Mapping[str, StreamlitPage] = st.session_state[KEPT]
    return places[address]


def go_to(address: str, service: str, opens: str = "") -> NoReturn:
    """Go to a page that shows a scenario; of the address all stays but the code of another one.

    Parameters
    ----------
    address
        That of the page.
    service
        Name of the scenario.
    opens
        Name of a fold of that page, which is to be open.
    """
    st.session_state["service"] = service
    kept = {name: value for name, value in st.query_params.to_dict().items() if name != CODE}
    more = {OPENS: opens} if opens else {}
    st.switch_page(find_place(address), query_params={**kept, "service": service, **more})


def take_opened(page: str, service: str) -> str:
    """Return which fold of a page is to be open, as the address says or has said of a service.

    It stays so while this session lasts: a fold that is drawn as another one closes.
    """
    kept: dict[tuple[str, str], str] = st.session_state.setdefault(OPENS, {})
    if opens := st.query_params.get(OPENS):
        kept[page, service] = opens
    return kept.get((page, service), "")
