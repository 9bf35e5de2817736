"""Where runs are made: threads of this process, processes beside it, or what is handed in.

Compiled code runs side by side on threads, the reference engine in processes. A fifth to a quarter
of a run of compiled code is Python, which one thread does at a time: so no number of processors
makes runs on threads more than four or five times as fast, and many runs go to processes as well.
Whoever has more machines hands in an executor of their own: any of `concurrent.futures`, or one
with its interface.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ThreadPoolExecutor,
    wait,
)
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from sim.engines import get_engine
from sim.engines.request import STOP, StopSign, build_stop_sign
from sim.errors import RunError
from sim.experiment.interrupts import hearing_later
from sim.message import Message
from sim.processes import lend_processes
from sim.processors import count_processors

UNDER_WAY = 64
"""Works handed over at one time: what waits holds little, and many machines have enough to do."""
MANY_RUNS, MANY_PROCESSORS = 500, 4
"""From here on processes are worth the second or two that they take to begin."""
LOOKS_EVERY_S = 0.1
ENDED_FROM_OUTSIDE = Message(
    "a process was ended from outside, most likely for want of memory; "
    "close other programs, or ask for fewer days"
)
Task = TypeVar("Task")
Result = TypeVar("Result")


@contextmanager
def open_executor(engine: str, given: Executor | None = None) -> Iterator[Executor]:
    """Return the executor that was given, or one that suits an engine, for as long as it is used.

    One that was given is left open.
    """
    if given is not None:
        yield given
    elif get_engine(engine).is_compiled:
        with ThreadPoolExecutor(count_processors()) as executor:
            yield executor
    else:
        yield from lend_processes(count_processors())


@contextmanager
def open_executor_for(engine: str, runs: int) -> Iterator[Executor]:
    """Return an executor that suits an engine and so many runs, for as long as it is used."""
    processors = count_processors()
    if runs >= MANY_RUNS and processors >= MANY_PROCESSORS:
        yield from lend_processes(processors)
    else:
        with open_executor(engine) as executor:
            yield executor


def work_off(
    executor: Executor, function: Callable[[Task, StopSign], Result], works: Iterable[Task]
) -> Generator[tuple[Task, Result], None, None]:
    """Do the same with each of several things; return each with its result, as they get done.

    Whoever does not want the rest closes the iterator: then what is under way is told to stop.

    Parameters
    ----------
    executor
        Who does it.
    function
        What to do, given a sign that tells it whether to stop.
    works
        What to do it with: taken as they are needed, a few at a time.

    Raises
    ------
    RunError
        If a process was ended from outside.
    """
    left, stop_sign = iter(works), build_stop_sign()
    under_way: dict[Future[Any], Task] = {}
    try:
        while True:
            for work in islice(left, UNDER_WAY - len(under_way)):
                with hearing_later():
                    under_way[executor.submit(function, work, stop_sign)] = work
            if not under_way:
                return
            with hearing_later():
                done, _ = wait(under_way, LOOKS_EVERY_S, FIRST_COMPLETED)
            for future in done:
                yield under_way.pop(future), future.result()
    except BrokenExecutor as error:
        raise RunError(ENDED_FROM_OUTSIDE) from error
    finally:
        stop_sign[STOP] = True
        with hearing_later():
            for future in under_way:
                future.cancel()
