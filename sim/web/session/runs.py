"""Asking for what a page shows, and telling meanwhile how far it is.

What is kept are numbers and messages, which are said in the language of whoever looks at them.
"""

import time
from collections.abc import Hashable
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import streamlit as st

from sim.analysis import DEFAULT_ENGINE, get_engine
from sim.analysis.comparison import Comparison
from sim.errors import RunError
from sim.web.running import Compare, Scheduler, SharedRun, State, Unkept
from sim.web.running.jobs import Job
from sim.web.running.lane import UnwantedError
from sim.web.running.limits import MOST_EXPECTED_S
from sim.web.running.scheduler import TOO_LONG
from sim.web.session.asked import Asked
from sim.web.session.opened import open_scheduler
from sim.web.session.stand import Stand
from sim.web.session.turns import pausing
from sim.words import page, say

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

LOOKS_EVERY_S = 0.1
TELLS_EVERY_S = 0.5


def run(asked: Asked, stand: Stand) -> Comparison:
    """Return the result of a comparison of a file as it is now.

    Raises
    ------
    RequisiteError
        If it cannot be made.
    """
    scenario = stand.changed_as(asked)
    job = Compare(scenario, stand.designs, asked.replications, asked.seed, asked.days)
    check_length(job)
    result: Comparison = ask((asked, scenario.origin), job)
    return result


def check_length(job: Job) -> None:
    """Check that a run whose size a visitor sets is not longer than one visitor may have.

    Raises
    ------
    RunError
        If it is.
    """
    if job.expected_s > MOST_EXPECTED_S:
        raise RunError(TOO_LONG)


def find_made(key: Hashable) -> Any:
    """Return a result that is kept; `None` where it is not."""
    return open_scheduler().find(key)


def ask(key: Hashable, job: Job) -> Any:
    """Return a result that is kept; or wait until it is made, and show how far it is.

    Parameters
    ----------
    key
        What tells it from all other results, of whatever kind.
    job
        How it is made, if nobody has asked for it yet.

    Raises
    ------
    RequisiteError
        If it cannot be made.
    """
    scheduler = open_scheduler()
    while True:
        result = scheduler.find(key)
        if result is not None:
            return result
        with suppress(UnwantedError):  # whoever still waits here wants it: they ask again
            return _wait(scheduler, key, job)


def ask_unkept(job: Job) -> Any:
    """Return what is made for this visitor alone, and kept nowhere.

    Raises
    ------
    RequisiteError
        If it cannot be made.
    """
    key = Unkept()
    while True:
        with suppress(UnwantedError):
            return _wait(open_scheduler(), key, job)


def _wait(scheduler: Scheduler, key: Hashable, job: Job) -> Any:
    """Wait until a run is made, and show how far it is; return its result."""
    with scheduler.join(find_visitor(), key, job) as run:
        place = st.empty()
        try:
            with pausing():
                _await_end(scheduler, run, place)
        finally:
            place.empty()
        return run.result


def find_visitor() -> str:
    """Return what tells this visitor from the others: a page that is open in a browser."""
    visitor: str = st.session_state.setdefault("visitor", str(uuid4()))
    return visitor


def _await_end(scheduler: Scheduler, run: SharedRun, place: "DeltaGenerator") -> None:
    """Wait, and show what for. Streamlit stops this where the visitor leaves or asks anew."""
    told_s, told = 0.0, ""
    while not run.wait(LOOKS_EVERY_S):
        st.session_state.get("visitor")  # asking for it is what lets Streamlit stop this
        now_s = time.monotonic()
        if now_s - told_s < TELLS_EVERY_S:
            continue
        share, words = say_where(scheduler, run)
        if words != told:
            place.progress(share, words)
        told_s, told = now_s, words


def say_where(scheduler: Scheduler, run: SharedRun) -> tuple[float, str]:
    """Return which share of a run is made, and what to tell whoever waits for it."""
    if run.state is State.WAITING:
        return 0.0, page.say_waiting(scheduler.count_before(run))
    if run.state is State.PREPARING and not get_engine(DEFAULT_ENGINE).is_ready():
        return 0.0, say(get_engine(DEFAULT_ENGINE).first_use)
    if not run.done or run.total is None:
        return 0.0, say(page.MEETING)
    return run.done / run.total, page.say_progress(run.done, run.total, run.lasts_s)
