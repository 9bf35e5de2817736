"""Work spread over processes, with word of what is done."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import Any, TypeVar

from joblib import Parallel, cpu_count, delayed
from joblib.externals.loky.process_executor import TerminatedWorkerError

from sim.errors import RunError

ENDED_FROM_OUTSIDE = (
    "a process was ended from outside, most likely for want of memory; "
    "close other programs, or ask for fewer days"
)
TRACKER = "joblib.externals.loky.backend.resource_tracker"
# Whoever presses Ctrl-C stops the tracker's charges in the middle. It tidies up after them, and
# would report that it had to, in a warning for people who write such programs.
QUIET_TRACKER = f"ignore::UserWarning:{TRACKER}"

Work = TypeVar("Work")
Result = TypeVar("Result")


def work_off(
    function: Callable[[Work], Result],
    works: Sequence[Work],
    n_jobs: int | None = None,
    on_done: Callable[[int], None] | None = None,
) -> list[Result]:
    """Do the same with each of several things, side by side; return the results in their order.

    Parameters
    ----------
    function
        What to do; with more than one process it goes to another one.
    works
        What to do it with.
    n_jobs
        How many processes; with one the work is done here.
    on_done
        Called after each with the number done.

    Raises
    ------
    RunError
        If a process was ended from outside.
    """
    _quieten_tracker()
    results: list[Any] = [None] * len(works)
    parallel = Parallel(
        n_jobs=min(n_jobs or cpu_count(), max(len(works), 1)),
        return_as="generator_unordered",
        batch_size=1,
    )
    calls = (delayed(_do)(place, function, work) for place, work in enumerate(works))
    with _beginning_deaf():
        finished = parallel(calls)
    try:
        for done, (place, result) in enumerate(finished, 1):
            results[place] = result
            if on_done is not None:
                on_done(done)
    except TerminatedWorkerError as error:
        raise RunError(ENDED_FROM_OUTSIDE) from error
    return results


def _quieten_tracker() -> None:
    filters = os.environ.get("PYTHONWARNINGS", "")
    if QUIET_TRACKER not in filters:
        os.environ["PYTHONWARNINGS"] = ",".join(filter(None, (filters, QUIET_TRACKER)))


@contextmanager
def _beginning_deaf() -> Iterator[None]:
    """Let processes that begin here not hear Ctrl-C: who begins them hears it, and ends them.

    Otherwise each would tell in a traceback where it was stopped, if it had only just begun.
    """
    resource_tracker.ensure_running()  # begins by itself otherwise, and then lets all hear again
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _do(place: int, function: Callable[[Work], Result], work: Work) -> tuple[int, Result]:
    return place, function(work)
