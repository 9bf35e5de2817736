"""Running a comparison once, and keeping the latest results for all who ask the same."""

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

import streamlit as st

from sim.analysis.comparison import Comparison, compare
from sim.engines import DEFAULT_ENGINE, get_engine
from sim.scenario import Origin
from sim.web.asked import Asked
from sim.web.scenarios import Stand, load_asked

MOST_KEPT = 32


class Finished:
    """The latest results, shared by all sessions.

    Not ``st.cache_data``: a function that is cached may not move a progress bar.
    """

    def __init__(self) -> None:
        self._results: OrderedDict[tuple[Asked, Origin | None], Comparison] = OrderedDict()
        self._lock = Lock()

    def find(self, asked: Asked, origin: Origin | None) -> Comparison | None:
        """Return the result of a comparison of this very file, if it is still kept."""
        with self._lock:
            return self._results.get((asked, origin))

    def keep(self, asked: Asked, origin: Origin | None, comparison: Comparison) -> None:
        """Keep a result; the oldest goes where there are too many."""
        with self._lock:
            self._results[asked, origin] = comparison
            if len(self._results) > MOST_KEPT:
                self._results.popitem(last=False)


@st.cache_resource(show_spinner=False)
def _finished() -> Finished:
    return Finished()


def run(asked: Asked, stand: Stand) -> Comparison:
    """Return the result of a comparison; where it has to be made, show how far it is.

    Raises
    ------
    RequisiteError
        If it cannot be made.
    """
    finished = _finished()
    known = finished.find(asked, stand.scenario.origin)
    if known is not None:
        return known
    comparison = _make(asked, stand)
    finished.keep(asked, stand.scenario.origin, comparison)
    return comparison


def _make(asked: Asked, stand: Stand) -> Comparison:
    make_ready()
    place = st.empty()
    try:
        return compare(
            load_asked(asked),
            stand.designs,
            replications=asked.replications,
            seed=asked.seed,
            days=asked.days,
            on_progress=show_progress(place),
        )
    finally:
        place.empty()


def make_ready() -> None:
    """Make the engine ready, and say so if that takes a while."""
    engine = get_engine(DEFAULT_ENGINE)
    if not engine.is_ready():
        with st.spinner(engine.first_use):
            engine.make_ready()


def show_progress(
    place: "st.delta_generator.DeltaGenerator",
    words: str = "The citizens are meeting the two designs …",
) -> Callable[[int, int | None], None]:
    """Return what shows in a place of the page how much is done.

    Parameters
    ----------
    place
        Where to show it.
    words
        What is going on, until something is done.
    """
    started = time.monotonic()
    bar = place.progress(0.0, words)

    def show(done: int, total: int | None) -> None:
        if total is not None:
            bar.progress(done / total, say_progress(done, total, time.monotonic() - started))

    return show


def say_progress(done: int, total: int, seconds: float) -> str:
    """Say how many runs are done and how long the others will take.

    Parameters
    ----------
    done, total
        Runs.
    seconds
        Time that those done have taken.
    """
    if done == 0:
        return f"0 of {total} runs done"
    left = seconds / done * (total - done)
    if left < 90:
        return f"{done} of {total} runs done, about {left:.0f} seconds left"
    return f"{done} of {total} runs done, about {left / 60:.0f} minutes left"
