"""Going to another page of ours, with a scenario to be shown there."""

from typing import NoReturn

import streamlit as st

from sim.web.session.address import CODE
from sim.web.session.places import find_place


def go_to(address: str, service: str) -> NoReturn:
    """Go to a page that shows a scenario; of the address all stays but the code of another one.

    Parameters
    ----------
    address
        That of the page.
    service
        Name of the scenario.
    """
    st.session_state["service"] = service
    kept = {name: value for name, value in st.query_params.to_dict().items() if name != CODE}
    st.switch_page(find_place(address), query_params={**kept, "service": service})
