"""The page from top to bottom."""

import streamlit as st

from sim.analysis.capability import FACES, LIVED, REPORTED, Capability
from sim.analysis.comparison import Comparison
from sim.errors import RequisiteError
from sim.scenario import has_visits
from sim.web.capability.chart import show_chart
from sim.web.capability.inputs import Inputs, ask_inputs
from sim.web.capability.target import show_target
from sim.web.explore.changes import show_problem
from sim.web.running.jobs import FindCapability
from sim.web.session.address import write_address
from sim.web.session.asked import Asked
from sim.web.session.choosing import choose_service, take_address_aloud
from sim.web.session.now import take_asked
from sim.web.session.runs import ask, check_length, run
from sim.web.session.stand import Stand, find_stand
from sim.words import capability as words
from sim.words import say
from sim.words.findings import tell_unsettled


def show_capability() -> None:
    """Show the page."""
    take_address_aloud()
    st.title(say(words.TITLE))
    st.markdown(say(words.IDEA))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        service = choose_service()
        beside = st.container(horizontal=True, gap="medium", width="content")
    try:
        stand = find_stand(service)
        with beside:
            inputs = ask_inputs((FACES,) if has_visits(stand.scenario) else (LIVED, REPORTED))
        if stand.problem is not None:
            raise stand.problem
        _show_service(take_asked(service, stand), stand, inputs)
    except RequisiteError as error:
        show_problem(error, service)


def _show_service(asked: Asked, stand: Stand, inputs: Inputs) -> None:
    write_address(asked, stand.scenario)
    comparison = run(asked, stand)
    capability = _find(asked, stand, comparison)
    settles = (comparison.settling[0].settles, comparison.settling[1].settles)
    if not all(settles):
        st.warning("\n".join(f"- {told}" for told in tell_unsettled(comparison)))
    chart = st.container()
    if inputs.kind == FACES:
        st.caption(say(words.NO_CLOCK))
        target = None
    else:
        own_target = stand.scenario.designs[stand.designs[0]].targets.days.value
        target = show_target(capability, asked.service, own_target, settles)
    with chart:
        show_chart(capability, inputs, target, settles)


def _find(asked: Asked, stand: Stand, comparison: Comparison) -> Capability:
    """Return what the designs do from the day on from which they are compared."""
    warm_up_day = comparison.provenance.warm_up_day or 0
    job = FindCapability(stand.scenario, stand.designs, asked.seed, asked.days, warm_up_day)
    check_length(job)
    about = (asked.service, asked.changes, stand.scenario.origin)
    found: Capability = ask(("capability", *about, asked.seed, asked.days, warm_up_day), job)
    return found
