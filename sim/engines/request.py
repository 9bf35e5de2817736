"""What an engine is asked for, and the word that goes to and fro while it is at work."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.message import Message
from sim.population import Population

StopSign = NDArray[np.int64]
"""Whether to stop: one number, not 0 if so, for other threads to read and write."""
STOP = 0
"""Its place."""
MOST_BYTES = 1_200_000_000
"""Memory of the runs that are made together, beyond which an engine gives them up."""
GREW_TOO_LARGE = Message(
    "more happens in this run than fits in memory: those who come call again and again; ask for "
    "fewer days or fewer arrivals a day, or for more staff"
)
"""Said where it does."""


def build_stop_sign() -> StopSign:
    """Return the sign by which whatever is under way can be told to stop."""
    return np.zeros(1, np.int64)


class ReformDay(NamedTuple):
    """A day on which the service changes to another design.

    Attributes
    ----------
    day
        Calendar day.
    blueprint
        The design from then on. It lays out as many places for staff, and may employ more or fewer.
    """

    day: int
    blueprint: Blueprint


class RunRequest(NamedTuple):
    """One run asked for: a design, and the citizens who meet it.

    Attributes
    ----------
    blueprint
        The design.
    population
        The citizens.
    luck
        Key of the replication, for what belongs to staff and service.
    days
        Calendar days until the run ends.
    reforms
        Its changes to other designs, in the order of their days.
    """

    blueprint: Blueprint
    population: Population
    luck: int
    days: int
    reforms: tuple[ReformDay, ...] = ()

    @property
    def blueprints(self) -> tuple[Blueprint, ...]:
        """All designs that it has, in their order."""
        return self.blueprint, *(reform.blueprint for reform in self.reforms)
