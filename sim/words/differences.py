"""Differences as people write them: of two shares in percentage points, of all else in its unit.

A share that falls from 40% to 20% has fallen by 20 points, and by half: "−20%" could be either.
"""

from collections.abc import Sequence

from sim.message import Message
from sim.results import Interval
from sim.words.language import say
from sim.words.numbers import (
    NOTHING,
    SHARE,
    decimals_of,
    write_interval,
    write_range,
    write_value,
)

POINTS = Message("{points} points")


def find_points(difference: Interval) -> Interval:
    """Return a difference of shares in percentage points."""
    return Interval(*(100 * number for number in difference))


def write_change(change: float, unit: str, decimals: int) -> str:
    """Write a difference with its sign: of shares in points."""
    if unit != SHARE:
        return write_value(change, unit, decimals, is_signed=True)
    points = write_value(100 * change, "", decimals, is_signed=True)
    return say(Message(POINTS.template, points=points))


def write_difference(difference: Interval, unit: str, decimals: int, *, between: str = " ") -> str:
    """Write a difference and, in brackets, its interval: of shares in points."""
    if unit != SHARE:
        return write_interval(difference, unit, decimals, is_signed=True, between=between)
    ends = find_points(difference)[1:]
    told = write_range(*ends, "", decimals, is_signed=True)
    return f"{write_change(difference.mean, unit, decimals)}{between}({told})"


def write_both(
    pair: Sequence[Interval | None], difference: Interval | None, unit: str, between: str = " "
) -> list[str]:
    """Write a measure in both designs and the difference, each with as many decimals."""
    decimals = decimals_of([interval.mean for interval in pair if interval], unit)
    cells = [i and write_interval(i, unit, decimals, between=between) for i in pair]
    cells.append(difference and write_difference(difference, unit, decimals, between=between))
    return [cell or NOTHING for cell in cells]
