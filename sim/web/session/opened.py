"""What makes runs for all visitors, opened once."""

from functools import cache
from threading import Lock

from sim.web.running import Lane, Results, Scheduler
from sim.web.running.limits import LANES

_opening = Lock()


def open_scheduler() -> Scheduler:
    """Return what makes runs for all visitors; open it the first time.

    Not kept by Streamlit: a visitor may ask it to forget what it keeps.
    """
    with _opening:
        return _build_scheduler()


@cache
def _build_scheduler() -> Scheduler:
    return Scheduler([Lane(limits) for limits in LANES], Results())
