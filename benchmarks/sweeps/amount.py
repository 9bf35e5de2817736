"""How much is measured: all of it, or a little to see that it works."""

from typing import NamedTuple


class Amount(NamedTuple):
    """How much is measured."""

    runs: int
    """Of a sweep by itself."""
    kills: int
    sized_runs: int
    """Of a sweep in chunks of a given size."""
    sizes: tuple[int, ...]
    """Units in a chunk."""
    raced_runs: tuple[int, int]
    """Of each contestant, of the short model and of the long one."""
    rounds: int


WHOLE = Amount(10_000, 20, 3_000, (1, 5, 10, 50, 200), (3_000, 300), 3)
SHORT = Amount(400, 3, 200, (1, 10, 50), (100, 20), 1)
QUICK_SIZES = (1, 10, 50)
REPLICATIONS = 2
