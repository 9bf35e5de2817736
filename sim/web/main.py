"""The frame of all pages, and the language of a visitor. ``requisite app`` starts this file."""

from pathlib import Path

import streamlit as st

from sim.web.look.style import show_style
from sim.web.pages import PAGES, build_pages
from sim.web.session.faults import telling_faults
from sim.web.session.language import first_language
from sim.web.session.places import keep_places
from sim.web.session.turns import drawing
from sim.words import LANGUAGES, page, say, use_language

# Our own: Streamlit has browsers fetch one of its names from another host.
ICON = Path(__file__).with_name("icon.svg").read_text(encoding="utf-8")


def show(first: str = PAGES[0].address) -> None:
    """Show the page that the address asks for, or say that it cannot be shown.

    Parameters
    ----------
    first
        Address of the page that is shown where none is given.
    """
    with telling_faults(), drawing():
        _show_page(first)


def _show_page(first: str) -> None:
    _choose_language()
    st.set_page_config(
        page_title="Requisite",
        page_icon=ICON,
        layout="wide",
        menu_items={"About": say(page.ABOUT)},
    )
    show_style()
    pages = build_pages(first)
    keep_places(pages)
    st.navigation(list(pages.values()), position="top").run()


def _choose_language() -> None:
    """Let the visitor choose; until then the address does, or their browser."""
    first = first_language()
    with st.container(horizontal=True, horizontal_alignment="right", key="languages"):
        code = st.segmented_control(
            " · ".join(LANGUAGES.values()),
            list(LANGUAGES),
            default=first,
            format_func=lambda code: LANGUAGES[code].capitalize(),
            required=True,
            label_visibility="collapsed",
            key="lang",
        )
    if code != first:
        st.query_params["lang"] = code
    use_language(code)


if __name__ == "__main__":
    show()
