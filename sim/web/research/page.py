"""The page from top to bottom."""

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.errors import RequisiteError
from sim.report import tell_command
from sim.web.explore.assumed import show_moved
from sim.web.explore.changes import show_problem
from sim.web.research.conditions import show_conditions
from sim.web.research.files import show_files
from sim.web.research.own import show_own
from sim.web.research.runs import show_runs
from sim.web.research.sweep import show_sweep
from sim.web.research.turns import show_turns
from sim.web.research.worlds import show_worlds
from sim.web.session.address import find_code, write_address
from sim.web.session.asked import Asked
from sim.web.session.choosing import choose_service, take_address_aloud, tell_own
from sim.web.session.now import take_asked
from sim.web.session.ran import note_run
from sim.web.session.runs import run
from sim.web.session.stand import Stand, find_stand
from sim.words import page, say
from sim.words import research as words
from sim.words.findings import tell_unsettled


def show_research() -> None:
    """Show the page."""
    take_address_aloud()
    st.title(say(words.TITLE))
    st.markdown(say(words.IDEA))
    show_own()
    service = choose_service()
    tell_own(service)
    try:
        stand = find_stand(service)
        if stand.problem is not None:
            raise stand.problem
        _show_service(take_asked(service, stand), stand)
    except RequisiteError as error:
        show_problem(error, service)


def _show_service(asked: Asked, stand: Stand) -> None:
    write_address(asked, stand.scenario)
    comparison = run(asked, stand)
    note_run(asked, stand.scenario, comparison)
    show_moved(comparison.provenance.changed, stand.scenario.filed, stand.scenario)
    st.caption(page.say_how_it_was_run(comparison))
    if not comparison.settles:
        st.warning("\n".join(f"- {told}" for told in tell_unsettled(comparison)))
    _show_command(comparison)
    show_files(comparison, stand.scenario)
    show_worlds(comparison, stand.scenario)
    show_turns(asked, stand, comparison)
    show_sweep(asked, stand, comparison)
    show_conditions(asked, stand, comparison)
    show_runs(find_code(asked, stand.scenario))


def _show_command(comparison: Comparison) -> None:
    st.header(say(words.AGAIN), anchor=False)
    st.code(tell_command(comparison), language=None, wrap_lines=True)
    st.caption(say(words.AGAIN_NOTE, version=comparison.provenance.version))
