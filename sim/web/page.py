"""The register of pages. A new page is a function of its own file and one line here."""

import streamlit as st

from sim.web.compare import show_compare
from sim.web.evidence import show_evidence

ABOUT = (
    "Requisite simulates how a public service is designed: the same citizens, with the same needs "
    "and the same luck, meet two designs of one service."
)


def show() -> None:
    """Show the page that the address asks for."""
    st.set_page_config(
        page_title="Requisite",
        page_icon=":material/balance:",
        layout="wide",
        menu_items={"About": ABOUT},
    )
    pages = [
        st.Page(show_compare, title="Compare", icon=":material/compare_arrows:", default=True),
        st.Page(show_evidence, title="Evidence", icon=":material/fact_check:", url_path="evidence"),
    ]
    st.navigation(pages).run()
