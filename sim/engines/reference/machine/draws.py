"""Draws as the rules ask for them: whether something happens, and how much of it."""

from sim.blueprint import Whole
from sim.random import Stream, uniform
from sim.random.tables import SLICES


def happens(chance: float, key: int, stream: Stream, *about: int) -> bool:
    """Tell whether what has a chance happens, by a draw of this key."""
    return uniform(key, stream, *about) < chance


def look_up(table: Whole, key: int, stream: Stream, *about: int) -> int:
    """Look a draw of this key up in a table of quantiles."""
    return int(table[int(uniform(key, stream, *about) * SLICES)])
