"""The language of a visitor: the one chosen on the page, in the address, or in the browser."""

import streamlit as st

from sim.words import LANGUAGES, choose_language, use_language


def first_language() -> str:
    """Return the language before anything is chosen: of the address, ``?lang=sv``, or browser."""
    wanted = f"{st.query_params.get('lang', '')}:{st.context.locale}"
    return choose_language(None, {"LANGUAGE": wanted})


def speak_to_visitor() -> None:
    """Speak the language of the visitor, wherever on the page, or before it, this happens.

    Each run of the script has a thread of its own, and so a language of its own.
    """
    chosen = st.session_state.get("lang")
    use_language(chosen if chosen in LANGUAGES else first_language())
