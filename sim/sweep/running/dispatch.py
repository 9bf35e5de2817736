"""Handing out chunks: a few at a time, and again where a worker was lost with one."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Future,
    wait,
)
from typing import Any

from sim.errors import RunError
from sim.experiment.interrupts import hearing_later
from sim.message import Message
from sim.sweep.running.work import Made, Parcel, Work, make_chunk
from sim.sweep.running.workers import Workers

LOOKS_EVERY_S = 0.5
KILLED = "KilledWorker"
"""What Dask raises of a chunk whose workers were lost several times; Dask need not be there."""
MOST_LOSSES = 5
"""So often workers may be lost with no chunk made in between."""
LOST = (BrokenExecutor, CancelledError)
"""How a future ends whose worker, or whose scheduler, is no more."""


def hand_out(
    workers: Workers, parcel: Parcel, works: Iterable[Work]
) -> Generator[tuple[Work, Made], None, None]:
    """Have chunks made; return each with what comes back, as they get done.

    Whoever does not want the rest closes the iterator.

    Parameters
    ----------
    workers
        Who makes them.
    parcel
        What every worker needs.
    works
        The chunks: taken as they are needed, so that memory does not grow with their number.

    Raises
    ------
    RunError
        If workers are lost again and again.
    """
    left, under_way = deque[Work](), dict[Future[Any], Work]()
    more, losses = iter(works), 0
    try:
        while True:
            workers.look()
            _fill(workers, parcel, under_way, left, more)
            if not under_way:
                return
            with hearing_later():
                done, _ = wait(under_way, LOOKS_EVERY_S, FIRST_COMPLETED)
            lost = [future for future in done if _is_lost(_error_of(future))]
            for future in done.difference(lost):
                losses = 0
                yield under_way.pop(future), future.result()
            if lost:
                losses = _count_loss(losses, lost[0])
                left.extendleft(under_way.pop(future) for future in lost)
                workers.revive()
    finally:
        with hearing_later():
            workers.drop(under_way)


def _fill(
    workers: Workers,
    parcel: Parcel,
    under_way: "dict[Future[Any], Work]",
    left: deque[Work],
    more: Iterator[Work],
) -> None:
    """Hand out as much as may be under way: what was lost first."""
    while len(under_way) < workers.under_way_each * workers.count:
        work = left.popleft() if left else next(more, None)
        if work is None:
            return
        with hearing_later():
            under_way[workers.submit(make_chunk, parcel, work)] = work


def _is_lost(error: BaseException | None) -> bool:
    return isinstance(error, LOST) or type(error).__name__ == KILLED


def _error_of(future: "Future[Any]") -> BaseException | None:
    return CancelledError() if future.cancelled() else future.exception()


def _count_loss(losses: int, future: "Future[Any]") -> int:
    if losses < MOST_LOSSES:
        return losses + 1
    raise RunError(
        Message(
            "workers were lost {n} times in a row, most likely for want of memory ({why}); what is "
            "finished is kept: close other programs or use fewer workers, and resume",
            n=losses + 1,
            why=type(_error_of(future)).__name__,
        )
    )
