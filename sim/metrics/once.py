"""Reading something of a view once, though many measures ask for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from sim.metrics.view import View

Said = TypeVar("Said")


def once(read: Callable[[View], Said]) -> Callable[[View], Said]:
    """Let a view remember what is read of it, for as long as it lives.

    Parameters
    ----------
    read
        What to read of a view; it may not change what it returns later.
    """

    @wraps(read)
    def remembered(view: View) -> Said:
        if read not in view.known:
            view.known[read] = read(view)
        return cast(Said, view.known[read])

    return remembered
