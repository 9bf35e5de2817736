"""Presets: a question that sets the levers, and one sentence on what the model shows then.

Nothing is kept of which one was chosen: it is the one that sets the levers as they stand. So undo
and redo, a link, and a lever that is moved need no word of it.
"""

import streamlit as st

from sim.errors import RequisiteError
from sim.presets import Preset, PresetRun, find_preset, list_presets
from sim.presets.run import LEAST_REPLICATIONS
from sim.web.running.jobs import RunPreset
from sim.web.session.asked import Asked, as_texts, change, changes_of, reset
from sim.web.session.history import note_step
from sim.web.session.runs import ask, check_length
from sim.web.session.stand import Stand, find_title
from sim.words import presets as words
from sim.words import say, say_error

QUESTION_PX = 420
NONE = ""


def choose_preset(service: str) -> None:
    """Let a visitor choose a question; offer nothing where a service has none."""
    presets = {preset.name: preset for preset in list_presets(service)}
    if not presets:
        return
    stands = find_preset(service, as_texts(changes_of(service)))
    key = f"{service}:preset"
    st.session_state[key] = stands.name if stands else NONE
    st.selectbox(
        say(words.CHOOSE),
        [NONE, *presets],
        format_func=lambda name: words.ask(presets[name]) if name else say(words.NONE_CHOSEN),
        key=key,
        help=say(words.CHOOSE_HELP),
        on_change=_set_levers,
        args=(service, key),
        width=QUESTION_PX,
    )


def _set_levers(service: str, key: str) -> None:
    """Set the levers to what is asked, in place of all else; the step can be undone."""
    chosen = st.session_state[key]
    found = next((one for one in list_presets(service) if one.name == chosen), None)
    note_step(service)
    reset(service)
    for text in found.changes if found else ():
        name, _, value = text.partition("=")
        change(service, name, value)
    note_step(service)


def show_preset(asked: Asked, stand: Stand) -> None:
    """Show what the model shows of the question that sets the levers as they stand, if one does."""
    preset = find_preset(asked.service, asked.changes)
    if preset is None:
        return
    try:
        found = _run(preset, asked, stand)
    except RequisiteError as error:
        st.caption(say_error(error))
        return
    names = {service: find_title(service) for service in preset.services}
    st.markdown(words.tell_run(found))
    st.caption(f"{words.tell_chance(found)} {words.tell_where(preset, names)}")


def _run(preset: Preset, asked: Asked, stand: Stand) -> PresetRun:
    replications = max(asked.replications, LEAST_REPLICATIONS)
    job = RunPreset(preset, stand.scenario.filed, replications, asked.seed, asked.days)
    check_length(job)
    key = ("preset", asked._replace(changes=()), preset.name, stand.scenario.filed.origin)
    found: PresetRun = ask(key, job)
    return found
