"""The result: boxes of conditions under which a design wins."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sim.analysis.sensitivity.result import SensitivityResult


class Limit(NamedTuple):
    """What a box asks of one factor."""

    factor: str
    low: float | None
    high: float | None
    """Between which values it lies; `None` where that end is open, or for words."""
    words: tuple[str, ...] | None
    """Which words it may be; `None` for a number."""
    quasi_p: float
    """How likely so many wins are if this limit does nothing: a binomial test of the box against
    itself without this limit (Bryant & Lempert 2010, *Technological Forecasting and Social Change*
    77, 34-49). It is called quasi, for the limit was chosen on the same points."""


class DiscoveredBox(NamedTuple):
    """Conditions under which a design wins."""

    limits: tuple[Limit, ...]
    points: int
    wins: int
    coverage: float
    """The share of all its wins that lie in the box."""
    density: float
    """The share of the points in the box at which it wins."""
    p_value: float
    """In what share of shuffles of the wins a box as good is found: by chance alone."""


@dataclass(frozen=True)
class Boxes(SensitivityResult):
    """Boxes of conditions under which a design wins.

    Attributes
    ----------
    about
        What it is about.
    design
        The design that wins.
    wins
        At how many points it does.
    unsure
        At how many points the difference is less than twice its standard error.
    boxes
        What is beyond chance (5 %); each among the points that those before it do not hold.
    chance
        The share of shuffles in which a box as good as the first that was rejected is found;
        `None` if none was.
    """

    ANALYSIS = "boxes"
    COLUMNS = (
        *("box", "design", "points", "wins", "coverage", "density", "p_value"),
        *("factor", "low", "high", "words", "quasi_p"),
    )

    design: str
    wins: int
    unsure: int
    boxes: tuple[DiscoveredBox, ...]
    chance: float | None

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: one for each limit of each box."""
        for nth, box in enumerate(self.boxes, start=1):
            for limit in box.limits:
                words = None if limit.words is None else ", ".join(limit.words)
                ends = (limit.factor, limit.low, limit.high, words, limit.quasi_p)
                yield (nth, self.design, *box[1:], *ends)
