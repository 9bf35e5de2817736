"""The result: three courses of the same luck, and how the one with the reform comes to rest."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.results import Interval, Provenance

LIVED, FAILURE, OPEN, FACES = "lived", "failure", "open", "faces"
"""What is seen: end-to-end days of the needs met in a span; share of what came in in it that is
failure demand, strictly counted; cases open at its end; faces of a client in it."""
Values = NDArray[np.float64]
"""A value for each replication and span, shape (replications, spans); NaN where there is none."""
Means = tuple[float, ...]
"""Of each span the mean of the replications that have a value; NaN where none has."""


class Transition(NamedTuple):
    """How the service goes from what it was to what it becomes, in one thing that is seen."""

    before: Interval | None
    """Mean of the spans before the reform."""
    after: Interval | None
    """Mean of the spans from its end on; `None` where it does not end in time."""
    lasts: int | None
    """Spans after the reform until it goes on as the other design does; `None`: not in time."""
    worst: Interval | None
    """The highest span after the reform, if that is surely above both ends of the way."""
    worst_at: int
    """Which one that is, from 0."""


class Course(NamedTuple):
    """One thing over time, on the same citizens and luck."""

    stays: Means
    """As the first design stays what it is."""
    changes: tuple[Interval | None, ...]
    """As it becomes the second on the day of the reform; `None` where not all replications have a
    value."""
    other: Means
    """As the second is there all along."""
    transition: Transition


@dataclass(frozen=True)
class Reform:
    """The first of two designs becomes the second.

    Attributes
    ----------
    designs
        The two.
    days, warm_up_day, reform_day, seed, replications
        Calendar days of the runs, the day from which on they are looked at, that of the reform;
        and their luck.
    span_days
        Days of a span: a week, where there are visits a month.
    spans
        Of each span, how many lie between it and the reform: the first after it is 0.
    courses
        By what is seen.
    provenance
        Where it is from.
    """

    designs: tuple[str, str]
    days: int
    warm_up_day: int
    reform_day: int
    seed: int
    replications: int
    span_days: int
    spans: tuple[int, ...]
    courses: dict[str, Course]
    provenance: Provenance
