"""Who makes chunks: this thread, processes of this machine, or what is handed in.

Whatever it is, it is given one thing to do and returns a future for it, as in `concurrent.futures`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any

from sim.processes import begin_processes, end_processes
from sim.processors import count_processors


class Workers(ABC):
    """Who makes chunks."""

    count: int
    """How many work side by side."""
    under_way_each = 3
    """Chunks under way for each: one is made, and the next ones wait beside it."""

    @abstractmethod
    def submit(self, function: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Have something done."""

    def prepare(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Have each do something before it is given work, if there is time for it.

        What goes wrong in it goes wrong again, and is told, where work is done.
        """
        return

    def drop(self, futures: "Iterable[Future[Any]]") -> None:
        """Have some things not done after all, as far as they were not begun."""
        for future in futures:
            future.cancel()

    def look(self) -> None:
        """Look how many there are by now; where that cannot change there is nothing to see."""
        return

    @abstractmethod
    def revive(self) -> None:
        """Make it work again after some of it was lost."""


class Here(Workers):
    """The thread that asks: what it asks is done before it is told that it will be."""

    count = 1
    under_way_each = 1

    def submit(self, function: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Do it."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*arguments))
        except Exception as error:
            future.set_exception(error)
        return future

    def revive(self) -> None:
        """Do nothing: this thread is lost with all."""


class Given(Workers):
    """An executor that was handed in, and is left open."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self.count = int(getattr(executor, "_max_workers", 0) or count_processors())

    def submit(self, function: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Have it done by the executor; where it is broken, the future says so."""
        try:
            return self._executor.submit(function, *arguments)
        except BrokenExecutor as error:
            return fail(error)

    def revive(self) -> None:
        """Do nothing: whoever handed it in knows how."""


class Processes(Workers):
    """Processes of this machine: where one is killed, all are begun anew."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._executor = begin_processes(count)

    def submit(self, function: Callable[..., Any], *arguments: Any) -> "Future[Any]":
        """Have it done by one of them; where they are gone, its future says so."""
        try:
            return self._executor.submit(function, *arguments)
        except BrokenExecutor as error:
            return fail(error)

    def prepare(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Have it done as often as there are processes, while this one has other things to do."""
        for _ in range(self.count):
            self.submit(function, *arguments)

    def drop(self, futures: "Iterable[Future[Any]]") -> None:
        """Do nothing: they are ended, and joblib stumbles over what was cancelled meanwhile."""

    def revive(self) -> None:
        """End those that are left, and begin as many."""
        self.end()
        self._executor = begin_processes(self.count)

    def end(self) -> None:
        """End them at once."""
        end_processes(self._executor)


def fail(error: BaseException) -> "Future[Any]":
    """Return the future of something that failed before it was begun."""
    future: Future[Any] = Future()
    future.set_exception(error)
    return future
