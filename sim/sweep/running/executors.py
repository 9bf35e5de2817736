"""Which workers go by which executor, and for how long they are there."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager

from sim.errors import RunError
from sim.message import Message
from sim.processors import count_processors
from sim.sweep.plan.asked import is_whole, refuse_count
from sim.sweep.running.cluster import Cluster, Tls, connect
from sim.sweep.running.workers import Given, Here, Processes, Workers

LOCAL = "local"


@contextmanager
def connecting(address: str | None, tls: Tls | None = None) -> Iterator[object]:
    """Return a client of a scheduler for as long as it is used; without one, what runs here.

    Parameters
    ----------
    address
        Of the scheduler.
    tls
        The files of TLS, where the address begins with ``tls://``.

    Raises
    ------
    RunError
        If Dask is not installed, no scheduler answers, or the files of TLS do not suit.
    """
    if address is None:
        yield LOCAL
    else:
        with closing(connect(address, tls)) as client:
            yield client


@contextmanager
def open_workers(executor: object, workers: int | None = None) -> Iterator[Workers]:
    """Return who makes chunks, for as long as they are needed.

    Parameters
    ----------
    executor
        `None` for this thread, "local" for a process each processor, an executor of
        `concurrent.futures`, or a client of Dask.
    workers
        How many processes, where they are local.

    Raises
    ------
    RunError
        If it is something else, or there are to be fewer than one.
    """
    if workers is not None and not (is_whole(workers) and workers >= 1):
        raise RunError(refuse_count("workers", workers, 1))
    if executor is None:
        yield Here()
    elif executor == LOCAL:
        yield from _lend(count_processors() if workers is None else int(workers))
    elif isinstance(executor, Executor):
        yield Given(executor)
    elif hasattr(executor, "scheduler_info"):
        yield Cluster(executor)
    else:
        raise RunError(
            Message(
                'executor: found {found}, expected None, "local", an executor of '
                "concurrent.futures, or a client of Dask",
                found=type(executor).__name__,
            )
        )


def _lend(count: int) -> Iterator[Workers]:
    processes = Processes(count)
    try:
        yield processes
    finally:
        processes.end()
