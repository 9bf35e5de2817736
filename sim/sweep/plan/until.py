"""A rule that ends a sweep: each point gets as many replications as it needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sim.errors import RunError, mismatch
from sim.experiment.intervals import build_interval
from sim.experiment.settings import LARGEST_REPLICATIONS
from sim.message import Message
from sim.sweep.plan.asked import is_whole, refuse_count

REPLICATIONS = 3
"""Of each point, unless another number is asked for."""
LEAST = 3
"""Replications of a first round: two values may be alike by chance."""


@dataclass(frozen=True)
class Until:
    """A rule that ends a sweep.

    Attributes
    ----------
    outcome
        What is to be known.
    within
        Half of its 95 % interval, as a part of its mean, in each design.
    most
        Replications of a point at the most.
    first
        Those of the first round.
    """

    outcome: str
    within: float = 0.05
    most: int = 50
    first: int = LEAST

    def __post_init__(self) -> None:
        """Check it.

        Raises
        ------
        RunError
            If no interval can be so narrow, or there are too few replications for one.
        """
        if not 0 < self.within < 1:
            raise RunError(mismatch("until.within", self.within, Message("above 0, below 1")))
        most = check_count("until.most", self.most, LEAST, LARGEST_REPLICATIONS)
        first = check_count("replications", self.first, LEAST, most)
        for name, count in (("most", most), ("first", first)):
            object.__setattr__(self, name, count)  # a number of numpy could not be written as JSON

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return dict(vars(self))

    def is_known(self, values: Sequence[float]) -> bool:
        """Tell whether the mean of some replications is known well enough."""
        if len(values) < LEAST:
            return False
        found = build_interval(list(values))
        return found.half_width <= self.within * abs(found.mean)


def check_count(name: str, count: int, least: int, most: int) -> int:
    """Return a whole number, if it is one and neither too small nor too large.

    Raises
    ------
    RunError
        If it is not.
    """
    if not is_whole(count):
        raise RunError(refuse_count(name, count, least))
    if not least <= count <= most:
        raise RunError(mismatch(name, count, Message("{least} to {most}", least=least, most=most)))
    return int(count)
