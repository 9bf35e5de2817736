"""Runs that wait in a line and are made one after the other, by a process of their own."""

import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, RLock, Thread

from sim.errors import RunError
from sim.message import Message
from sim.web.running.limits import PREPARED_WITHIN_S, LaneLimits
from sim.web.running.process import Outcome, WorkerProcess
from sim.web.running.shared import SharedRun, State

log = logging.getLogger(__name__)
FULL = Message(
    "too many others wait for a run just now; try again in a while, or ask for fewer days or "
    "replications"
)
UNPREPARED = Message("what makes runs does not get ready; try again in a while")
Told = Callable[[SharedRun, Outcome | BaseException], None]
"""Called with a run, and what came of it: what was made, or why nothing was."""


class UnwantedError(Exception):
    """Nobody waits for a run any more."""


class SlowError(Exception):
    """A run has taken as long as it may."""


class Lane:
    """A line of runs, and the thread that has them made.

    Parameters
    ----------
    limits
        What holds in it.
    """

    def __init__(self, limits: LaneLimits) -> None:
        self.limits = limits
        self._waiting: deque[SharedRun] = deque()
        self._changed = Condition(RLock())
        self._process = WorkerProcess(limits.niceness)
        self._tell: Told = _tell_nobody

    def open(self, tell: Told, lock: RLock) -> None:
        """Begin to work; tell of each run what came of it. The lock is held while lines change."""
        self._tell, self._changed = tell, Condition(lock)
        Thread(target=self._work, name="lane", daemon=True).start()

    def add(self, run: SharedRun) -> None:
        """Let a run wait for its turn.

        Raises
        ------
        RunError
            If too many wait.
        """
        with self._changed:
            self.drop_unwanted()
            if len(self._waiting) >= self.limits.most_waiting:
                raise RunError(FULL)
            self._waiting.append(run)
            self._changed.notify()

    def count_before(self, run: SharedRun) -> int:
        """Return how many runs that somebody waits for come before one, the one at work apart."""
        with self._changed:
            self.drop_unwanted()
            return self._waiting.index(run) if run in self._waiting else 0

    def drop_unwanted(self) -> None:
        """Take out of the line what nobody waits for any more."""
        with self._changed:
            for run in [run for run in self._waiting if not run.is_wanted]:
                self._waiting.remove(run)
                self._tell_once(run, UnwantedError())

    def _work(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting, self.limits.begun_after_s)
        while True:
            with suppress(OSError):  # one that cannot be started now is told of when it is wanted
                self._process.start()
            run = self._next()
            self._tell_once(run, self._find_outcome(run))

    def _find_outcome(self, run: SharedRun) -> Outcome | BaseException:
        """Make a run; return what came of it."""
        try:
            return self._make(run)
        except BaseException as error:
            return error

    def _tell_once(self, run: SharedRun, outcome: Outcome | BaseException) -> None:
        """Tell what came of a run. Where that goes wrong, the next ones have their turn even so."""
        try:
            self._tell(run, outcome)
        except Exception as error:
            log.exception("what came of a run could not be told")
            if run.state is not State.DONE:
                run.end(error=error)

    def _next(self) -> SharedRun:
        with self._changed:
            while True:
                self.drop_unwanted()
                if self._waiting:
                    return self._waiting.popleft()
                self._changed.wait()

    def _make(self, run: SharedRun) -> Outcome:
        def look() -> None:
            if not run.is_wanted:
                raise UnwantedError
            if run.state is State.PREPARING and self._process.is_ready:
                run.begin(is_ready=True)
            if run.state is State.PREPARING and run.lasts_s > PREPARED_WITHIN_S:
                raise RunError(UNPREPARED)
            if run.state is State.RUNNING and run.lasts_s > self.limits.longest_s:
                raise SlowError

        run.begin(is_ready=self._process.is_ready)
        return self._process.make(run.job, run.tell, look)


def _tell_nobody(_run: SharedRun, _outcome: Outcome | BaseException) -> None:
    pass
