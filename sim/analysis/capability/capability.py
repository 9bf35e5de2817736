"""The result: values over time, and the limits of each stretch of them."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.analysis.capability.limits import Limits, Values
from sim.results import Provenance

LIVED, REPORTED, FACES = "lived", "reported", "faces"
"""What the values are: end-to-end days, days on the target's clock, faces of clients in a month."""


class Stretch(NamedTuple):
    """Days with limits of their own: all of them, or those before or after a reform."""

    design: str
    from_day: int
    to_day: int
    """Calendar days of the run: from the one, up to and without the other."""
    limits: Limits | None
    """`None` where there are too few values."""


class Course(NamedTuple):
    """What one design does over time."""

    days: NDArray[np.float64]
    """Calendar day of the run on which each value came about, in this order."""
    values: Values
    stretches: tuple[Stretch, ...]

    def share_within(self, target: float) -> float:
        """Return which share of all values is no more than a target; 0 where there are none."""
        return float((self.values <= target).mean()) if len(self.values) else 0.0


@dataclass(frozen=True)
class Capability:
    """Two designs over time, and the change from the first to the second.

    Attributes
    ----------
    designs
        The two designs.
    days, warm_up_day, seed
        Calendar days of the run, of which those from the warm-up day on are shown; and its luck.
    courses
        By what the values are: of cases lived and reported times, of visits faces in a month.
        The first two are those of the designs, the third of the first becoming the second.
    reform_day
        Calendar day of the run on which it does.
    provenance
        Where it is from.
    """

    designs: tuple[str, str]
    days: int
    warm_up_day: int
    seed: int
    courses: dict[str, tuple[Course, Course, Course]]
    reform_day: int
    provenance: Provenance
