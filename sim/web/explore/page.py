"""The page from top to bottom."""

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.analysis.robustness import find_kept
from sim.errors import RequisiteError
from sim.scenario import Scenario, has_visits
from sim.web.explore.assumed import show_moved, show_quantities, show_sources
from sim.web.explore.changes import show_problem
from sim.web.explore.charts import show_charts
from sim.web.explore.key_figures import show_key_figures
from sim.web.explore.levers import show_levers
from sim.web.explore.measures_table import show_downloads, show_table
from sim.web.explore.run_settings import find_shown, show_run_button, show_settings
from sim.web.session.asked import start_service
from sim.web.session.drawn import find_key
from sim.web.session.files import list_filed
from sim.web.session.runs import run
from sim.web.session.stand import Stand, find_stand, find_title
from sim.words import page, say, say_text
from sim.words.comparison import VISITS
from sim.words.findings import tell_findings


def show_explore() -> None:
    """Show the page."""
    st.title(say(page.TWO_DESIGNS))
    st.markdown(say(page.IDEA))
    start_service()
    service = st.selectbox(
        say(page.SERVICE),
        list_filed(),
        format_func=find_title,
        key="service",
        persist_state="session",
    )
    try:
        _show_service(service, find_stand(service))
    except RequisiteError as error:
        show_problem(error, service)


def _show_service(service: str, stand: Stand) -> None:
    st.caption(say_text(stand.scenario.service.about))
    with st.container(horizontal=True):
        button = st.container(width="content")
        now = show_settings(service, stand)
    with button:
        show_run_button(now, stand, "page")
    with st.sidebar:
        show_run_button(now, stand, "side")
        show_levers(service, stand)
    shown = find_shown(now)
    if stand.problem is not None:
        show_problem(stand.problem, service)
    elif shown != now:
        _say_that_it_is_old(stand)
    scenario = stand.changed_as(shown)
    key = find_key(shown, scenario)
    _show_result(key, run(shown, stand), stand.scenario.filed, scenario)


def _say_that_it_is_old(stand: Stand) -> None:
    st.info(say(page.OLD), icon=":material/update:")
    show_moved(stand.moved, stand.scenario.filed, stand.scenario)


def _show_result(key: str, comparison: Comparison, filed: Scenario, scenario: Scenario) -> None:
    measures, designs = comparison.tell(), comparison.designs
    st.caption(page.say_how_it_was_run(comparison))
    findings = "\n".join(
        f"- {sentence}" for sentence in tell_findings(comparison, find_kept(scenario, designs))
    )
    if comparison.settles:
        st.markdown(findings)
    else:
        st.warning(findings, icon=":material/trending_up:")
    show_key_figures(key, measures, designs)
    if has_visits(scenario):
        st.caption(say(VISITS))
    st.info(say(page.BREAK_EVEN), icon=":material/balance:")
    if any(settling.settles for settling in comparison.settling):
        st.subheader(say(page.IN_PICTURES))
        show_charts(key, measures, designs)
    st.subheader(say(page.EVERY_MEASURE))
    show_table(key, comparison, scenario)
    show_downloads(key, comparison)
    st.subheader(say(page.WHAT_IS_ASSUMED))
    show_sources(comparison.provenance.sources)
    show_moved(comparison.provenance.changed, filed, scenario)
    with st.expander(say(page.EVERY_QUANTITY)):
        show_quantities(key, scenario)
