"""Closing in on where a function changes sign: a secant, with halving where it is too slow.

The function is a mean of simulations on fixed luck, so it is the same at each look, but it has
small steps: a case more or less. Neither a slope nor a smooth curve is relied on; the two ends
always have different signs, and at least every second look halves what is between them.
"""

from collections.abc import Callable
from typing import NamedTuple

from sim.analysis.breakeven.point import sign_of

BEYOND = 0.4
"""How far beyond the secant's guess one looks, in parts of the tolerance: where the guess is good,
the next one falls on the other side and both together are close enough."""


class End(NamedTuple):
    """One end of what a change of sign lies between."""

    x: float
    y: float


def close_in(
    read: Callable[[float], float | None], a: End, b: End, tolerance: float
) -> tuple[End, End]:
    """Bring two ends together about a change of sign.

    Parameters
    ----------
    read
        The function; `None` where it has no value: then one stops there.
    a, b
        Two ends at which its signs are not the same, and not 0 at the first.
    tolerance
        How near is near enough.

    Returns
    -------
    Two ends of the same kind.
    """
    halve = False
    while (width := abs(b.x - a.x)) > tolerance:
        x = (a.x + b.x) / 2 if halve else _aim(a, b, tolerance)
        y = read(x)
        if y is None:
            break
        if sign_of(y) == sign_of(a.y):
            a = End(x, y)
        else:
            b = End(x, y)
        halve = abs(b.x - a.x) > width / 2
    return a, b


def _aim(a: End, b: End, tolerance: float) -> float:
    """Return where the secant meets 0, a little further towards the middle."""
    guess = a.x + (b.x - a.x) * a.y / (a.y - b.y)
    towards = sign_of((a.x + b.x) / 2 - guess)
    return guess + towards * BEYOND * tolerance
