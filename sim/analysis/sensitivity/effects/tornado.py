"""The result: how far each factor swings an outcome, the widest swing first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sim.analysis.sensitivity.result import SensitivityResult
from sim.results import Interval


class Swing(NamedTuple):
    """The change in an outcome from one end of a factor to the other."""

    factor: str
    kind: str
    """Lever, uncertainty or dummy."""
    start: str
    end: str
    """The values between which it is moved: the means of its lowest and its highest fifth, its
    lowest and highest level, or two words."""
    before: float
    after: float
    """The mean outcome at either end."""
    points: tuple[int, int]
    """How many points there are at either end."""
    change: Interval
    """With its 95 % interval over points."""


class SwingRow(NamedTuple):
    """One factor in the table."""

    factor: str
    kind: str
    start: str
    end: str
    before: float
    after: float
    change: float
    low: float
    high: float
    is_told: bool


@dataclass(frozen=True)
class Tornado(SensitivityResult):
    """How far each factor swings an outcome.

    Attributes
    ----------
    about
        What it is about.
    swings
        One for each factor, and for each word of a factor beyond its first; the widest first.
    untold
        Keys of factors that have too few points at an end.
    """

    ANALYSIS = "tornado"
    COLUMNS = SwingRow._fields

    swings: tuple[Swing, ...]
    untold: tuple[str, ...]

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: one for each swing."""
        for one in self.swings:
            is_told = one.change.sure_sign != 0
            yield SwingRow(*one[:6], *one.change, is_told)
