"""Work spread over the processors, with word of what is done."""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any

from joblib import Parallel, cpu_count, delayed
from joblib.externals.loky.process_executor import TerminatedWorkerError

from sim.errors import RunError

Progress = Callable[[int, int | None], None]
"""Called with the runs done so far, and how many there will be, if that is known."""
Job = tuple[Callable[..., Any], tuple[Any, ...]]
"""A function and its arguments; both go to another process."""

ENDED_FROM_OUTSIDE = (
    "a process was ended from outside, most likely for want of memory; "
    "close other programs, or ask for fewer days"
)


class Crew:
    """Processes that take jobs; with one of them the work is done here.

    Parameters
    ----------
    n_jobs
        How many; as many as there are processors if not given.
    on_progress
        Who wants to know what is done.
    """

    def __init__(self, n_jobs: int | None = None, on_progress: Progress | None = None) -> None:
        self._n_jobs = n_jobs or cpu_count()
        self._on_progress = on_progress
        self._done = 0
        self.total: int | None = None
        """How many jobs there will be, if that is known."""

    def __enter__(self) -> "Crew":
        self._parallel = Parallel(
            n_jobs=self._n_jobs, return_as="generator_unordered", batch_size=1
        ).__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._parallel.__exit__(kind, error, trace)

    def do(self, jobs: Sequence[Job]) -> list[Any]:
        """Do jobs side by side; return their results in the order of the jobs."""
        results: list[Any] = [None] * len(jobs)
        finished = self._parallel(delayed(_do)(place, *job) for place, job in enumerate(jobs))
        try:
            for place, result in finished:
                results[place] = result
                self._tell()
        except TerminatedWorkerError as error:
            raise RunError(ENDED_FROM_OUTSIDE) from error
        return results

    def _tell(self) -> None:
        self._done += 1
        if self._on_progress is not None:
            self._on_progress(self._done, self.total)


def _do(place: int, function: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[int, Any]:
    return place, function(*arguments)
