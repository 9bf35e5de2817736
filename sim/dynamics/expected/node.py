"""Cases that are followed together, and where they are in an attempt."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.dynamics.expected.news import News
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
    sent_back
        How often they have been sent back in this attempt.
    """

    function: int
    visit: int
    done: int
    sent_back: int


class Node(NamedTuple):
    """Cases that come to a function, all in the same way.

    Attributes
    ----------
    cases
        What they hold.
    elapsed
        How many of them have been on the target's clock for so long, in bins.
    news
        How many have no last answer yet.
    intake_s
        Seconds of a contact that lies with each.
    """

    cases: Cases
    elapsed: NDArray[np.float64]
    news: News
    intake_s: float

    @property
    def number(self) -> float:
        """How many they are."""
        return count(self.cases)

    def scale(self, by: float) -> "Node":
        """Return a part of them."""
        return Node(self.cases * by, self.elapsed * by, self.news.scale(by), self.intake_s)

    def join(self, other: "Node") -> "Node":
        """Return both together."""
        one, two = self.number, other.number
        intake_s = (self.intake_s * one + other.intake_s * two) / max(one + two, LEAST)
        return Node(
            self.cases + other.cases,
            self.elapsed + other.elapsed,
            self.news.join(other.news),
            intake_s,
        )


class Closed(NamedTuple):
    """Cases that are closed.

    Attributes
    ----------
    decided
        Those that are decided.
    early
        Those that are closed before for the sake of the target.
    unworked
        How many of these a function has not worked on, shape (functions,).
    """

    decided: Cases
    early: Cases
    unworked: NDArray[np.float64]

    @staticmethod
    def of(decided: Cases, functions: int) -> "Closed":
        """Return decided cases alone."""
        return Closed(decided, np.zeros_like(decided), np.zeros(functions))

    @property
    def number(self) -> float:
        """How many they are."""
        return count(self.decided) + count(self.early)

    def join(self, other: "Closed") -> "Closed":
        """Return both together."""
        return Closed(*(one + two for one, two in zip(self, other, strict=True)))
