"""One page is drawn at a time: drawing is Python, of which one thread runs at a time anyhow.

Were several drawn at once, each of their many messages would cost a change of threads, and all of
them, and whoever listens, would wait for the slowest. While a page waits for a run, others are
drawn.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore, local

_turn = Semaphore(1)
_held = local()


@contextmanager
def drawing() -> Iterator[None]:
    """Wait for the turn of this page, and have it until this is left."""
    with _turn:
        _held.now = True
        try:
            yield
        finally:
            _held.now = False


@contextmanager
def pausing() -> Iterator[None]:
    """Let others be drawn while this page waits."""
    if not getattr(_held, "now", False):
        yield
        return
    _turn.release()
    _held.now = False
    try:
        yield
    finally:
        _turn.acquire()
        _held.now = True
