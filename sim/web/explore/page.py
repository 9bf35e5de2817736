"""The page from top to bottom: the board, then all that stands behind it, folded."""

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.analysis.robustness import find_kept
from sim.errors import RequisiteError
from sim.scenario import Scenario, has_visits
from sim.web.explore.assumed import show_moved, show_quantities, show_sources
from sim.web.explore.changes import show_problem
from sim.web.explore.levers import show_levers
from sim.web.explore.live.board import show_board
from sim.web.explore.measures_table import show_table
from sim.web.explore.pins import show_pins
from sim.web.explore.presets import choose_preset, show_preset
from sim.web.explore.reform import show_reform
from sim.web.explore.run_settings import show_settings
from sim.web.look.downloads import list_results, offer
from sim.web.session.address import write_address
from sim.web.session.asked import Asked
from sim.web.session.choosing import choose_service, take_address_aloud, tell_own
from sim.web.session.drawn import find_key
from sim.web.session.places import find_place, take_opened
from sim.web.session.ran import note_run
from sim.web.session.stand import Stand, find_stand
from sim.words import page, say, say_text
from sim.words.comparison import VISITS
from sim.words.findings import tell_findings

ALL_IT_SAYS = "says"
"""Name, in an address, of the fold with everything that a comparison says."""


def show_explore() -> None:
    """Show the page."""
    take_address_aloud()
    st.title(say(page.TWO_DESIGNS))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        service = choose_service()
        choose_preset(service)
        settings = st.container(width="content")
    tell_own(service)
    try:
        stand = find_stand(service)
        with settings:
            now = show_settings(service, stand)
        _show_service(now, stand)
    except RequisiteError as error:
        show_problem(error, service)


def _show_service(now: Asked, stand: Stand) -> None:
    st.caption(say_text(stand.scenario.service.about))
    answer = st.container()
    opened = take_opened("explore", now.service)  # before the address is written anew
    comparison = None
    if stand.problem is not None:
        show_problem(stand.problem, now.service)
    else:
        comparison = show_board(now)
        write_address(now, stand.scenario)
        note_run(now, stand.scenario, comparison)
    with st.expander(say(page.EVERY_LEVER), expanded=stand.problem is not None):
        show_levers(now.service, stand)
    if comparison is not None:
        says_all = opened == ALL_IT_SAYS or not comparison.settles
        # In containers, so that what they show more or less of moves nothing below to a new place
        # on the page: a browser makes that anew, and a click on it meanwhile would be lost.
        with st.container():
            _show_result(find_key(now, stand.scenario), comparison, stand, says_all=says_all)
        with st.container():
            show_pins(now, stand)
        show_reform(now, stand, comparison)
        with answer:  # it may have to be run: last, so that nothing waits for it
            show_preset(now, stand)


def _show_result(key: str, comparison: Comparison, stand: Stand, *, says_all: bool) -> None:
    scenario = stand.scenario
    show_moved(comparison.provenance.changed, scenario.filed, scenario)
    with st.expander(say(page.ALL_IT_SAYS), expanded=says_all):
        _show_findings(comparison, scenario)
    with st.expander(say(page.EVERY_MEASURE)):
        show_table(key, comparison, scenario)
        offer(comparison, list_results(comparison))
    with st.expander(say(page.WHAT_IS_ASSUMED)):
        show_sources(comparison.provenance.sources)
        show_quantities(key, scenario)


def _show_findings(comparison: Comparison, scenario: Scenario) -> None:
    kept = find_kept(scenario, comparison.designs)
    found = tell_findings(comparison, kept)
    findings = "\n".join(f"- {sentence}" for sentence in found)
    if comparison.settles:
        st.markdown(findings)
        if kept is None:
            st.page_link(find_place("research"), label=say(page.TRY_WORLDS))
    else:
        st.warning(findings, icon=":material/trending_up:")
    if has_visits(scenario):
        st.caption(say(VISITS))
    st.caption(page.say_how_it_was_run(comparison))
