"""The latest results, for all who ask the same: so many, and no more memory than so much."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

from sim.web.running.limits import MOST_KEPT, MOST_KEPT_BYTES
from sim.web.running.process import Outcome


class Unkept:
    """A key that nobody else has, of a result that is not kept."""


class Results:
    """The latest results. Whoever has several threads holds a lock.

    Parameters
    ----------
    most, most_bytes
        How many are kept, and how large they may be together.
    """

    def __init__(self, most: int = MOST_KEPT, most_bytes: int = MOST_KEPT_BYTES) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._outcomes: OrderedDict[Hashable, Outcome] = OrderedDict()
        self._size_bytes = 0

    def __len__(self) -> int:
        return len(self._outcomes)

    def find(self, key: Hashable) -> Any:
        """Return the result of what is asked for; `None` if it is not kept, or not any more."""
        outcome = self._outcomes.get(key)
        if outcome is None:
            return None
        self._outcomes.move_to_end(key)
        return outcome.result

    def forget(self, part: Hashable) -> None:
        """Forget every result whose key has a part that is equal to one."""
        for key in [k for k in self._outcomes if isinstance(k, tuple) and part in k]:
            self._size_bytes -= self._outcomes.pop(key).size_bytes

    def keep(self, key: Hashable, outcome: Outcome) -> None:
        """Keep a result; those that nobody has asked for longest go where there is too much.

        One that is larger than all may be together is not kept: all others would go for it.
        """
        if isinstance(key, Unkept) or outcome.size_bytes > self._most_bytes:
            return
        before = self._outcomes.pop(key, None)
        self._size_bytes += outcome.size_bytes - (before.size_bytes if before else 0)
        self._outcomes[key] = outcome
        while len(self._outcomes) > self._most or self._size_bytes > self._most_bytes:
            _, dropped = self._outcomes.popitem(last=False)
            self._size_bytes -= dropped.size_bytes
