"""Who gets which run when: alike ones are made once, the short pass the long, nobody has two.

A run that turns out to be no short one begins anew among the long ones, so that no estimate has to
be right. A run that nobody waits for is ended.
"""

import logging
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any

from sim.errors import RequisiteError, RunError
from sim.message import Message
from sim.web.running.jobs import Job
from sim.web.running.lane import Lane, SlowError, UnwantedError
from sim.web.running.process import Outcome
from sim.web.running.results import Results
from sim.web.running.shared import SharedRun, State

log = logging.getLogger(__name__)
TOO_LONG = Message(
    "this takes longer than a visitor may have; ask for fewer days, replications or citizens, or "
    "use the command line, which waits as long as it takes"
)


class Scheduler:
    """What all visitors ask for.

    Parameters
    ----------
    lanes
        The lanes, the one for the shortest runs first.
    results
        What is kept of what was made.
    """

    def __init__(self, lanes: Sequence[Lane], results: Results) -> None:
        self._every, self._results = tuple(lanes), results
        self._lock = RLock()
        self._under_way: dict[Hashable, SharedRun] = {}
        self._lanes: dict[Hashable, Lane] = {}
        self._latest: dict[Hashable, SharedRun] = {}
        for lane in self._every:
            lane.open(self._note, self._lock)

    def find(self, key: Hashable) -> Any:
        """Return what is kept of a run; `None` if nothing is."""
        with self._lock:
            return self._results.find(key)

    def forget(self, part: Hashable) -> None:
        """Keep nothing any more of what was asked for with a key that has some part."""
        with self._lock:
            self._results.forget(part)

    @contextmanager
    def join(self, visitor: Hashable, key: Hashable, job: Job) -> Iterator[SharedRun]:
        """Let a visitor wait for a run, for as long as this is open; what they left is given up.

        Parameters
        ----------
        visitor
            Who asks.
        key
            What is asked for.
        job
            How it is made, if nobody has asked for it yet.

        Raises
        ------
        RunError
            If too many others wait.
        """
        with self._lock:
            self._give_up(visitor, key)
            run = self._under_way.get(key) or self._find_kept(key, job) or self._add(key, job)
            place = run.join(visitor)
            if run.state is not State.DONE:
                self._latest[visitor] = run
        try:
            yield run
        finally:
            with self._lock:
                run.leave(place)

    def give_up(self, visitor: Hashable) -> None:
        """Let a visitor want no more what they wait for: it ends at once, unless others do."""
        with self._lock:
            if visitor in self._latest:
                self._latest[visitor].give_up(visitor)

    def count_before(self, run: SharedRun) -> int:
        """Return how many runs come before one that waits."""
        lane = self._lanes.get(run.key)
        return 0 if lane is None else lane.count_before(run)

    @property
    def under_way(self) -> int:
        """How many runs wait or are made."""
        with self._lock:
            for lane in self._every:
                lane.drop_unwanted()
            return len(self._under_way)

    def _give_up(self, visitor: Hashable, key: Hashable) -> None:
        """Let a visitor not wait for what they wanted before."""
        earlier = self._latest.get(visitor)
        if earlier is not None and earlier.key != key:
            earlier.give_up(visitor)

    def _find_kept(self, key: Hashable, job: Job) -> SharedRun | None:
        """Return a run that was over just before it was asked for."""
        result = self._results.find(key)
        if result is None:
            return None
        run = SharedRun(key, job)
        run.end(result)
        return run

    def _add(self, key: Hashable, job: Job) -> SharedRun:
        run, expected_s = SharedRun(key, job), job.expected_s
        lane = next(lane for lane in self._every if expected_s <= lane.limits.expected_s)
        lane.add(run)
        self._under_way[run.key], self._lanes[run.key] = run, lane
        return run

    def _note(self, run: SharedRun, outcome: Outcome | BaseException) -> None:
        """Note what came of a run; or have it made anew, where it is in the wrong lane."""
        with self._lock:
            lane = self._find_next_lane(run, outcome)
            if lane is not None:
                try:
                    run.put_back()
                    lane.add(run)
                    self._lanes[run.key] = lane
                    return
                except RunError as full:
                    outcome = full
            self._end(run, outcome)

    def _find_next_lane(self, run: SharedRun, outcome: Outcome | BaseException) -> Lane | None:
        """Return where a run goes on; `None` if it is over."""
        lane = self._lanes[run.key]
        if isinstance(outcome, SlowError) and lane is not self._every[-1]:
            return self._every[self._every.index(lane) + 1]
        if isinstance(outcome, UnwantedError) and run.is_wanted:
            return lane  # somebody has come in the very moment in which it was given up
        return None

    def _end(self, run: SharedRun, outcome: Outcome | BaseException) -> None:
        del self._under_way[run.key], self._lanes[run.key]
        for visitor in [v for v, latest in self._latest.items() if latest is run]:
            del self._latest[visitor]
        if isinstance(outcome, Outcome):
            run.end(outcome.result)  # at first: whoever waits has it, even where it is not kept
            self._results.keep(run.key, outcome)
        else:
            run.end(error=_explain(outcome))


def _explain(error: BaseException) -> BaseException:
    """Return what visitors are told of an error."""
    if isinstance(error, SlowError):
        return RunError(TOO_LONG)
    if not isinstance(error, RequisiteError | UnwantedError):
        log.error("a run failed", exc_info=error)
    return error
