"""What differs from the file: saying it, any other change, and ways out of what cannot be."""

import streamlit as st

from sim.errors import RequisiteError, ScenarioError
from sim.web.look.plain import write_plain
from sim.web.session.asked import change, changes_of, reset, undo
from sim.web.session.stand import Stand, find_refusal
from sim.words import quantities as words
from sim.words import say

MOST_TYPED = 300
"""Characters of a change."""
MOST_PROBLEMS = 20
"""Problems that are told at one time."""


def show_count(service: str, stand: Stand) -> None:
    """Say how much differs from the file, and offer to go back to it."""
    if not changes_of(service):
        st.caption(say(words.NOTHING_DIFFERS))
        return
    st.caption(f":material/edit: {say(words.DIFFERING, count=len(stand.moved))}")
    st.button(say(words.TAKE_BACK), key=f"{service}:reset", on_click=reset, args=(service,))


def show_any_change(service: str) -> None:
    """Ask for a change in words, for what has no slider here."""
    name = f"{service}:any"
    with st.expander(say(words.ANY_CHANGE)), st.form(f"{name}:form", border=False):
        st.text_input(
            say(words.AS_TYPED),
            key=name,
            placeholder="staff.total=12",
            help=say(words.AS_TYPED_HELP),
            max_chars=MOST_TYPED,
        )
        st.form_submit_button(say(words.MAKE_CHANGE), on_click=_take, args=(service, name))
    refusal = st.session_state.pop(f"{name}:refusal", None)
    if refusal is not None:
        show_refusal(refusal)


def _take(service: str, name: str) -> None:
    """Make a change that can be made; say of another one why it cannot."""
    key, _, value = st.session_state[name].partition("=")
    if not key.strip():
        return
    refusal = find_refusal(service, key.strip(), value.strip())
    if refusal is None:
        change(service, key.strip(), value.strip())
    else:
        st.session_state[f"{name}:refusal"] = refusal


def show_refusal(error: RequisiteError) -> None:
    """Show why a change was not made."""
    st.error(f"{say(words.NOT_MADE)}\n\n{list_problems(error)}")


def show_problem(error: RequisiteError, service: str) -> None:
    """Show an error of the model, with a way out of it."""
    told = f"{say(words.CANNOT_RUN)}\n\n{list_problems(error)}"
    if not changes_of(service):
        st.error(told)
        return
    st.error(f"{told}\n\n{say(words.WAYS_OUT)}")
    with st.container(horizontal=True):
        st.button(say(words.UNDO), key="undo", on_click=undo, args=(service,))
        st.button(say(words.GO_BACK), key="back", on_click=reset, args=(service,))


def list_problems(error: RequisiteError) -> str:
    """List what is wrong, as it is shown."""
    problems = error.problems if isinstance(error, ScenarioError) else error.args
    return "\n".join(f"- {write_plain(say(problem))}" for problem in problems[:MOST_PROBLEMS])
