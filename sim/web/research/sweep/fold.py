"""The fold: nothing is asked for before somebody opens it and presses the button."""

import streamlit as st

from sim.analysis.comparison import Comparison
from sim.errors import RequisiteError
from sim.web.explore.changes import list_problems
from sim.web.research.sweep.files import show_files
from sim.web.research.sweep.inputs import Wanted, ask_sweep, list_offered, tell_axis
from sim.web.research.sweep.map import FIRST, show_map
from sim.web.research.sweep.way import show_way
from sim.web.running.jobs import RunSweep, Swept
from sim.web.running.limits import MOST_EXPECTED_S
from sim.web.session.asked import Asked
from sim.web.session.background import Key, begin, find_background
from sim.web.session.runs import find_made
from sim.web.session.stand import Stand
from sim.words import say
from sim.words import sweep_page as words

KEY = "research:sweep"


def show_sweep(asked: Asked, stand: Stand, comparison: Comparison) -> None:
    """Offer a sweep of the service as it stands."""
    fold = st.expander(say(words.FOLD), key=KEY, icon=":material/grid_on:", on_change="rerun")
    if not fold.open:
        return
    with fold:
        st.markdown(say(words.IDEA))
        about = ("sweep", asked._replace(replications=0), stand.scenario.origin)
        begun = _find_under_way(about)
        if begun is None:
            _ask(about, asked, stand, comparison)
        else:
            _show_begun(begun, stand, comparison)


def _find_under_way(about: Key) -> RunSweep | None:
    """Return a sweep of the service as it stands that is on its way."""
    begun = find_background()
    is_it = begun is not None and begun.is_under_way and begun.key[: len(about)] == about
    return begun.job if begun and is_it and isinstance(begun.job, RunSweep) else None


def _show_begun(job: RunSweep, stand: Stand, comparison: Comparison) -> None:
    """Show what is on its way, and how far it is."""
    offered = list_offered(stand.scenario, stand.designs)
    told = [tell_axis(axis, offered[axis.key]) for axis in job.axes]
    told.append(f"{say(words.REPLICATIONS)}: {job.replications}")
    st.markdown("\n".join(f"- {one}" for one in told))
    show_way()
    show_files(job.write_plan(), None, comparison, FIRST)


def _ask(about: Key, asked: Asked, stand: Stand, comparison: Comparison) -> None:
    wanted = ask_sweep(asked.service, stand.scenario, stand.designs)
    if wanted.problem is not None:
        st.warning(say(wanted.problem))
        return
    job = RunSweep(
        stand.scenario, stand.designs, wanted.axes, wanted.replications, asked.seed, asked.days
    )
    _show_or_refuse((*about, wanted.axes, wanted.replications), job, wanted, comparison)


def _show_or_refuse(key: Key, job: RunSweep, wanted: Wanted, comparison: Comparison) -> None:
    try:
        _show(key, job, wanted, comparison)
    except RequisiteError as error:
        st.warning(list_problems(error))


def _show(key: Key, job: RunSweep, wanted: Wanted, comparison: Comparison) -> None:
    """Show the map, or the button; and always the command that does the same."""
    plan = job.write_plan()
    found: Swept | None = find_made(key)
    measure = FIRST
    if found is None:
        st.markdown(words.tell_size(job.runs, job.expected_s))
        _offer(key, job)
    else:
        measure = show_map(found, wanted.items, comparison)
    show_files(plan, found, comparison, measure)


def _offer(key: Key, job: RunSweep) -> None:
    if not _is_small_enough(job):
        return
    if st.button(say(words.START), icon=":material/play_arrow:"):
        begin(key, job)
        st.rerun()
    begun = find_background()
    if begun is not None and begun.key == key and begun.error is not None:
        raise begun.error


def _is_small_enough(job: RunSweep) -> bool:
    """Tell whether a visitor may have it; where not, say why."""
    try:
        job.check()
    except RequisiteError as error:
        st.warning(list_problems(error))
        return False
    if job.expected_s > MOST_EXPECTED_S:
        st.warning(say(words.TOO_LARGE))
        return False
    return True
