"""Reading something of a view once, though many measures ask for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from sim.measures.view import View

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
        known: dict[Callable[[View], Said], Said] = view.known
        if read not in known:
            known[read] = read(view)
        return known[read]

    return remembered
