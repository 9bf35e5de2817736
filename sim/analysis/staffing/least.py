"""The least whole number that is enough, where more is nearly always better."""

from collections.abc import Callable
from functools import cache

NEIGHBOURS = 2
"""So many below the number found are looked at as well: pools are of whole people, and one more in
all may be one fewer in the pool that has most to do."""


def find_least(is_enough: Callable[[int], bool], start: int, most: int) -> int | None:
    """Return the least number that is enough; `None` if `most` is not.

    Found by doubling and halving, so it is the least if what is enough stays so with more; and
    none of the `NEIGHBOURS` below it is enough in any case.

    Parameters
    ----------
    is_enough
        Tells of a number of at least 1.
    start
        A number to look at first.
    most
        The largest that is looked at.
    """
    is_enough = cache(is_enough)
    few, many = 0, min(start, most)
    while not is_enough(many):
        if many == most:
            return None
        few, many = many, min(2 * many, most)
    while many - few > 1:
        middle = (few + many) // 2
        few, many = (few, middle) if is_enough(middle) else (middle, many)
    while below := [n for n in range(max(many - NEIGHBOURS, 1), many) if is_enough(n)]:
        many = below[0]
    return many
