"""The page that compares two designs of a service, from top to bottom."""

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.errors import RequisiteError
from sim.scenario import Scenario, has_visits, list_services
from sim.web.asked import start_service
from sim.web.assumed import show_moved, show_quantities, show_sources
from sim.web.chart_section import show_charts
from sim.web.in_short import say_in_short
from sim.web.key_figures import show_key_figures
from sim.web.levers import show_levers
from sim.web.measures_table import show_downloads, show_table
from sim.web.problems import show_problem
from sim.web.run_settings import find_shown, show_run_button, show_settings
from sim.web.runs import run
from sim.web.scenarios import Stand, find_stand, find_title, load_asked

IDEA = (
    "The same citizens, with the same needs and the same luck, meet two designs of one service. "
    "What a design cannot absorb of the variety of their needs comes back as failure demand."
)
VISITS = "With visits, each month of a client counts as one case, and as one citizen helped."
BREAK_EVEN = (
    "**Where the order turns.** If all needs were alike, as in mass production, dividing the work "
    "would cost less. Set *Variety of needs* to 0 in the side panel (» at the top left, if it is "
    "closed) and run again; then raise it, and watch for the variety at which both cost the same."
)


def show_compare() -> None:
    """Show the page."""
    st.title("Two designs, the same citizens")
    st.markdown(IDEA)
    start_service()
    service = st.selectbox(
        "Service",
        list_services(),
        format_func=find_title,
        key="service",
        persist_state="session",
    )
    try:
        stand = find_stand(service)
        _show_service(service, stand)
    except RequisiteError as error:
        show_problem(error, service)


def _show_service(service: str, stand: Stand) -> None:
    st.caption(stand.scenario.service.about.en)
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
    _show_result(run(shown, stand), stand.scenario.filed, load_asked(shown))


def _say_that_it_is_old(stand: Stand) -> None:
    st.info(
        "The figures below are from before your latest change. "
        "Press **Run the comparison** to see what it does.",
        icon=":material/update:",
    )
    show_moved(stand.moved, stand.scenario.filed, stand.scenario)


def _show_result(comparison: Comparison, filed: Scenario, scenario: Scenario) -> None:
    measures, designs = comparison.measures, comparison.designs
    st.caption(_say_how_it_was_run(comparison))
    st.markdown("\n".join(f"- {sentence}" for sentence in say_in_short(measures, designs)))
    show_key_figures(measures, designs)
    if has_visits(scenario):
        st.caption(VISITS)
    st.info(BREAK_EVEN, icon=":material/balance:")
    st.subheader("In pictures")
    show_charts(measures, designs)
    st.subheader("Every measure")
    show_table(comparison, scenario)
    show_downloads(comparison)
    st.subheader("What is assumed")
    show_sources(comparison.provenance.sources)
    show_moved(comparison.provenance.changed, filed, scenario)
    with st.expander("Every quantity, with its source"):
        show_quantities(scenario)


def _say_how_it_was_run(comparison: Comparison) -> str:
    return (
        f"{comparison.replications} replications of {comparison.days} calendar days, seed "
        f"{comparison.seed}; the first {comparison.provenance.warm_up_day} days are warm-up. "
        "Figures are means with 95 % intervals. These, and *surely*, speak of chance only: they "
        "take what is assumed as given."
    )
