"""What goes on in the background: a visitor has begun it, looks elsewhere, and may stop it."""

from collections.abc import Hashable
from contextlib import suppress
from threading import Event, Thread

import streamlit as st

from sim.web.running import Scheduler, SharedRun
from sim.web.running.jobs import Job
from sim.web.running.lane import UnwantedError
from sim.web.session.opened import open_scheduler
from sim.web.session.runs import find_visitor, say_where

KEPT = "background"
LOOKS_EVERY_S = 0.2
Key = tuple[Hashable, ...]


class Background:
    """A run that somebody waits for who is not there: a thread stands in for them.

    Parameters
    ----------
    scheduler
        What makes runs.
    visitor
        Whoever waits; another one than who waits for what the page shows.
    key, job
        As `sim.web.session.runs.ask` takes them.
    """

    def __init__(self, scheduler: Scheduler, visitor: Hashable, key: Key, job: Job) -> None:
        self.key, self.job = key, job
        self.error: BaseException | None = None
        self._scheduler, self._visitor = scheduler, visitor
        self._run: SharedRun | None = None
        self._is_unwanted = Event()
        self._thread = Thread(target=self._wait, name="background", daemon=True)
        self._thread.start()

    @property
    def is_under_way(self) -> bool:
        """Whether it is neither over nor stopped."""
        return self._thread.is_alive() and not self._is_unwanted.is_set()

    def say_where(self) -> tuple[float, str]:
        """Return which share of it is made, and what to tell whoever waits for it."""
        run = self._run
        return (0.0, "") if run is None else say_where(self._scheduler, run)

    def stop(self) -> None:
        """Stop it, unless others wait for the same."""
        self._is_unwanted.set()
        self._scheduler.give_up(self._visitor)

    def _wait(self) -> None:
        try:
            while not self._is_unwanted.is_set():
                with suppress(UnwantedError):
                    self._wait_once()
                    return
        except BaseException as error:
            self.error = error
        finally:
            self._run = None  # what came of it is kept where others find it, too

    def _wait_once(self) -> None:
        with self._scheduler.join(self._visitor, self.key, self.job) as run:
            self._run = run
            while not run.wait(LOOKS_EVERY_S):
                if self._is_unwanted.is_set():
                    return
            _ = run.result  # raises what went wrong


def begin(key: Key, job: Job) -> None:
    """Begin something in the background, in place of what was there."""
    stop()
    visitor = (find_visitor(), KEPT)
    begun = Background(open_scheduler(), visitor, key, job)
    st.session_state[KEPT] = begun
    _hold(id(begun), begun)


def find_background() -> Background | None:
    """Return what this visitor has begun last; `None` if it was stopped, or there is nothing."""
    begun: Background | None = st.session_state.get(KEPT)
    return begun


def stop() -> None:
    """Stop what this visitor has in the background."""
    begun: Background | None = st.session_state.pop(KEPT, None)
    if begun is not None:
        begun.stop()


def _stop(begun: Background) -> None:
    begun.stop()


@st.cache_resource(scope="session", max_entries=1, on_release=_stop, show_spinner=False)
def _hold(number: int, _begun: Background) -> Background:
    """Have it stopped when the session ends, however it ends; `number` tells it from others."""
    return _begun
