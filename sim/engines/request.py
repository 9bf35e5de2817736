"""What an engine is asked for, and the word that goes to and fro while it is at work."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.blueprint import Blueprint
from sim.population import Population

Progress = NDArray[np.int64]
"""Of a batch, how many runs are done, and whether to stop: for other threads to read and write."""
DONE, STOP = 0, 1
"""Places of the two."""


def begin_progress() -> Progress:
    """Return the progress of a batch that has not begun."""
    return np.zeros(2, np.int64)


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
    reform_to, reform_day
        Another design, and the calendar day on which the service changes to it.
    """

    blueprint: Blueprint
    population: Population
    luck: int
    days: int
    reform_to: Blueprint | None = None
    reform_day: int = 0
