"""Having something made before anybody looks at it, so that it is there when they do."""

from collections.abc import Hashable
from contextlib import suppress
from threading import Lock, Thread

from sim.errors import RequisiteError
from sim.web.running.jobs import Job
from sim.web.running.lane import UnwantedError
from sim.web.session.opened import open_scheduler

_begun: set[Hashable] = set()
_lock = Lock()


def make_ahead(key: Hashable, job: Job) -> None:
    """Have a result made, unless it is there or under way; return at once.

    For what is the same for all visitors, and so cannot be many. What goes wrong is told to whoever
    asks for the result.

    Parameters
    ----------
    key
        What tells it from all other results, of whatever kind.
    job
        How it is made.
    """
    with _lock:
        if key in _begun or open_scheduler().find(key) is not None:
            return
        _begun.add(key)
    Thread(target=_wait, args=(key, job), name="ahead", daemon=True).start()


def _wait(key: Hashable, job: Job) -> None:
    """Want it until it is made."""
    try:
        with suppress(RequisiteError, UnwantedError), open_scheduler().join(key, key, job) as run:
            while not run.wait(1.0):
                pass
    finally:
        with _lock:
            _begun.discard(key)
