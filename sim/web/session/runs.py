"""Simulating what is asked for once, and keeping the latest results for all who ask the same.

What is kept are numbers and messages, which are said in the language of whoever looks at them.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

import streamlit as st

from sim.analysis import DEFAULT_ENGINE, get_engine
from sim.analysis.comparison import Comparison, compare
from sim.analysis.evidence import EvidenceRow, judge_evidence, list_others
from sim.scenario import list_services, load_scenario
from sim.web.session.asked import Asked
from sim.web.session.stand import Stand
from sim.words import page, say

MOST_KEPT = 32
EVIDENCE_REPLICATIONS = 20


class Finished:
    """The latest results, shared by all sessions.

    Not ``st.cache_data``: a function that is cached may not move a progress bar.
    """

    def __init__(self) -> None:
        self._results: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def find(self, asked: Hashable) -> Any:
        """Return the result of what is asked for; `None` if it is not kept, or not any more."""
        with self._lock:
            return self._results.get(asked)

    def keep(self, asked: Hashable, result: Any) -> None:
        """Keep a result; the oldest goes where there are too many."""
        with self._lock:
            self._results[asked] = result
            if len(self._results) > MOST_KEPT:
                self._results.popitem(last=False)


@st.cache_resource(show_spinner=False)
def _finished() -> Finished:
    return Finished()


Progress = Callable[[int, int | None], None]


def _once(asked: Hashable, make: Callable[[Progress], Any]) -> Any:
    """Return a result that is kept; or make it, show how far it is, and keep it."""
    finished = _finished()
    result = finished.find(asked)
    if result is None:
        make_ready()
        place = st.empty()
        try:
            result = make(show_progress(place))
        finally:
            place.empty()
        finished.keep(asked, result)
    return result


def run(asked: Asked, stand: Stand) -> Comparison:
    """Return the result of a comparison of a file as it is now.

    Raises
    ------
    RequisiteError
        If it cannot be made.
    """

    def make(on_progress: Progress) -> Comparison:
        return compare(
            load_scenario(asked.service, asked.changes),
            stand.designs,
            replications=asked.replications,
            seed=asked.seed,
            days=asked.days,
            on_progress=on_progress,
        )

    result: Comparison = _once((asked, stand.scenario.origin), make)
    return result


def judge_all() -> list[EvidenceRow]:
    """Return every figure of the report, judged with the files of all services as they are now."""
    scenarios = [load_scenario(name) for name in list_services()]

    def make(on_progress: Progress) -> list[EvidenceRow]:
        rows = judge_evidence(
            scenarios, replications=EVIDENCE_REPLICATIONS, on_progress=on_progress
        )
        return [*rows, *list_others(rows)]

    rows: list[EvidenceRow] = _once(tuple(scenario.origin for scenario in scenarios), make)
    return rows


def make_ready() -> None:
    """Make the engine ready, and say so if that takes a while."""
    engine = get_engine(DEFAULT_ENGINE)
    if not engine.is_ready():
        with st.spinner(say(engine.first_use)):
            engine.make_ready()


def show_progress(place: "st.delta_generator.DeltaGenerator") -> Progress:
    """Return what shows in a place of the page how much is done."""
    started = time.monotonic()
    bar = place.progress(0.0, say(page.MEETING))

    def show(done: int, total: int | None) -> None:
        if total is not None:
            bar.progress(done / total, page.say_progress(done, total, time.monotonic() - started))

    return show
