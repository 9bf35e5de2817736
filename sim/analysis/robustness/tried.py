"""A world that was tried: what both designs yield in it."""

from math import fsum
from typing import NamedTuple

from sim.experiment import Replicated

Measured = dict[str, float | None]
"""Measures by name, each the mean of the replications in which it applies; `None` without one."""


class TriedWorld(NamedTuple):
    """One plausible world, and what both designs yield in it."""

    values: tuple[float, ...]
    """The quantities drawn, in their order."""
    redrawn: tuple[str, ...]
    """Keys of those drawn again, since a rule refused them."""
    first: Measured
    second: Measured
    overwhelmed: tuple[bool, bool]
    """Whether either design is."""


def read_cell(found: Replicated, cell: int) -> Measured:
    """Return the measures of one cell."""
    known = {name: sample.known(cell) for name, sample in found.samples[None].items()}
    return {name: fsum(values) / len(values) if values else None for name, values in known.items()}
