"""A promise that both designs are to keep: in time, to whom, and without wearing anybody out."""

from collections.abc import Mapping
from numbers import Integral, Real
from typing import NamedTuple

from sim.errors import RunError, mismatch
from sim.message import Message
from sim.results import Interval

IN_TIME, UNMET, BUSY = "kept_promise_share", "unmet_need_share", "utilisation_busiest"
"""The measures that tell whether it is kept."""
SHARE, UTILISATION = 0.9, 0.9
"""Unless something else is asked for."""


class Promise(NamedTuple):
    """What is promised; `None` where the service has nothing that it could be promised of."""

    within_days: int | None
    """Whole calendar days from the first contact until the need is met."""
    share: float
    """Share of one-off cases, met or not, of which that is to hold."""
    unmet: float | None
    """Most of the needs on visits that may stay unmet."""
    utilisation: float
    """Most of their time on shift that the staff of any pool may be busy."""

    def is_kept(self, found: Mapping[str, Interval | None]) -> bool:
        """Tell whether it is kept by the means of some replications."""
        in_time, unmet, busy = (found.get(name) for name in (IN_TIME, UNMET, BUSY))
        return (
            (self.within_days is None or (in_time is not None and in_time.mean >= self.share))
            and (self.unmet is None or (unmet is not None and unmet.mean <= self.unmet))
            and (busy is not None and busy.mean <= self.utilisation)
        )


def check_within(days: int | None, most: int) -> None:
    """Check that so many days can be seen: the last case is followed for no longer.

    Raises
    ------
    RunError
        If they cannot.
    """
    if days is not None and not (isinstance(days, Integral) and 1 <= days <= most):
        expected = Message("a whole number from {low:g} to {high:g}", low=1, high=most)
        raise RunError(mismatch("within", days, expected))


def check_share(key: str, share: float | None) -> None:
    """Check that a share lies between 0 and 1.

    Raises
    ------
    RunError
        If it does not.
    """
    if share is not None and not (isinstance(share, Real) and 0 < share <= 1):
        raise RunError(mismatch(key, share, Message("more than 0 and at most 1")))
