"""Work spread over processes, with word of what is done."""

import os
from collections.abc import Callable, Sequence
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
    finished = parallel(delayed(_do)(place, function, work) for place, work in enumerate(works))
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


def _do(place: int, function: Callable[[Work], Result], work: Work) -> tuple[int, Result]:
    return place, function(work)
