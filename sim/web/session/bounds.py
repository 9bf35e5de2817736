"""Between which bounds the numbers lie by which a visitor's comparison is run."""

from typing import NamedTuple

from sim.analysis import LEAST_DAYS, LEAST_REPLICATIONS, MOST_DAYS

FIRST_REPLICATIONS = 5
"""Few, so that whoever opens the page need not wait long; more make the intervals narrower."""
MOST_REPLICATIONS = 100
MOST_SEED = 1_000_000


class Bounds(NamedTuple):
    """A number, by its name in the address, and its bounds."""

    name: str
    least: int
    most: int

    def holds(self, number: int) -> bool:
        """Tell whether a number lies within them."""
        return self.least <= number <= self.most


DAYS = Bounds("days", LEAST_DAYS, MOST_DAYS)
REPLICATIONS = Bounds("replications", LEAST_REPLICATIONS, MOST_REPLICATIONS)
SEED = Bounds("seed", 0, MOST_SEED)
EVERY_BOUND = (DAYS, REPLICATIONS, SEED)
