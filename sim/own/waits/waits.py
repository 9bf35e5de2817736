"""Waits of a case log: the time between two steps of a case, and what ends it."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.own.estimate import Estimate


class Ender(IntEnum):
    """What ends a wait."""

    ANOTHER = 0
    """Another person takes the case up."""
    SAME = 1
    """Whoever had it last takes it up again."""
    CITIZEN = 2
    """The citizen's answer comes, or the citizen comes back."""
    CALENDAR = 3
    """A date comes, or a machine runs: nobody was waited for."""
    UNKNOWN = 4
    """The file names nobody."""


class Waits(NamedTuple):
    """Waits by what ends them.

    Attributes
    ----------
    ender
        Of each step of the log, what ended the wait before it; -1 before the first one of a case.
        Shape (steps,), int8.
    wait_us
        How long it was (microseconds): from the end of the step before to the start of this one,
        or to its end where no start is told. Shape (steps,), int64; 0 before the first one.
    days_per_case
        Mean days of a finished case that end so, by `Ender`.
    share
        Share of all waiting that ends so, by `Ender`.
    """

    ender: NDArray[np.int8]
    wait_us: NDArray[np.int64]
    days_per_case: dict[Ender, Estimate]
    share: dict[Ender, Estimate]
