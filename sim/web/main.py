"""The register of pages, and the language of a visitor. ``requisite app`` starts this file."""

import streamlit as st

from sim.web.comparison import show_comparison
from sim.web.evidence import show_evidence
from sim.words import LANGUAGES, choose_language, page, say, use_language


def show() -> None:
    """Show the page that the address asks for, in the language of the visitor."""
    _choose_language()
    st.set_page_config(
        page_title="Requisite",
        page_icon=":material/balance:",
        layout="wide",
        menu_items={"About": say(page.ABOUT)},
    )
    pages = [
        st.Page(
            show_comparison, title=say(page.COMPARE), icon=":material/compare_arrows:", default=True
        ),
        st.Page(
            show_evidence,
            title=say(page.EVIDENCE),
            icon=":material/fact_check:",
            url_path="evidence",
        ),
    ]
    st.navigation(pages).run()


def _choose_language() -> None:
    """Let the visitor choose; until then the address does, with ``?lang=sv``, or their browser.

    Each run of the script has a thread of its own, and so a language of its own.
    """
    wanted = f"{st.query_params.get('lang', '')}:{st.context.locale}"
    first = choose_language(None, {"LANGUAGE": wanted})
    with st.container(horizontal=True, horizontal_alignment="right"):
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
