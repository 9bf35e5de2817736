"""Cases that are followed together, and where they are in an attempt."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.dynamics.expected.particulars import Cases, count

LEAST = 1e-5
"""Fewer cases than this are not followed."""


class Place(NamedTuple):
    """Where cases are in an attempt.

    Attributes
    ----------
    function
        The function that they come to.
    visit
        0 where they come to it for the first time in this attempt, otherwise 1.
    done
        How many functions have worked on them.
    """

    function: int
    visit: int
    done: int


class Node(NamedTuple):
    """Cases that come to a function, all in the same way.

    Attributes
    ----------
    cases
        What they hold.
    elapsed
        How many of them have been on the target's clock for so long, in bins.
    unready
        How many have no last answer yet.
    intake_s
        Seconds of a contact that lies with each.
    """

    cases: Cases
    elapsed: NDArray[np.float64]
    unready: float
    intake_s: float

    @property
    def number(self) -> float:
        """How many they are."""
        return count(self.cases)

    def scale(self, by: float) -> "Node":
        """Return a part of them."""
        return Node(self.cases * by, self.elapsed * by, self.unready * by, self.intake_s)

    def join(self, other: "Node") -> "Node":
        """Return both together."""
        one, two = self.number, other.number
        intake_s = (self.intake_s * one + other.intake_s * two) / max(one + two, LEAST)
        return Node(
            self.cases + other.cases,
            self.elapsed + other.elapsed,
            self.unready + other.unready,
            intake_s,
        )


class Closed(NamedTuple):
    """Cases that are closed, and how many of them early, for the sake of the target."""

    cases: Cases
    early: float = 0.0

    def join(self, other: "Closed") -> "Closed":
        """Return both together."""
        return Closed(self.cases + other.cases, self.early + other.early)
