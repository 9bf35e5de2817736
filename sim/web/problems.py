"""Showing in words what went wrong, and what to do about it."""

import streamlit as st

from sim.errors import RequisiteError, ScenarioError
from sim.web.asked import changes_of, reset, undo


def show_problem(error: RequisiteError, service: str) -> None:
    """Show an error of the model, with a way out of it.

    Parameters
    ----------
    error
        The error.
    service
        The service that is being looked at.
    """
    problems = error.problems if isinstance(error, ScenarioError) else [str(error)]
    lines = "\n".join(f"- {_plain(problem)}" for problem in problems)
    if not changes_of(service):
        st.error(f"This cannot be run as it stands:\n\n{lines}")
        return
    st.error(
        f"This cannot be run as it stands:\n\n{lines}\n\n"
        "Set a value that is possible, undo the latest change, or go back to the file."
    )
    with st.container(horizontal=True):
        st.button("Undo the latest change", key="undo", on_click=undo, args=(service,))
        st.button("Go back to the file", key="back", on_click=reset, args=(service,))


def _plain(text: str) -> str:
    """Keep what the model says from being read as Markdown."""
    return text.replace("*", "\\*").replace("_", "\\_").replace("[", "\\[").replace("$", "\\$")
