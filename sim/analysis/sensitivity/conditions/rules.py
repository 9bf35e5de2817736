"""The result: rules by which one can tell where a design wins."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sim.analysis.sensitivity.result import SensitivityResult


class Bound(NamedTuple):
    """What a rule asks of one factor."""

    factor: str
    above: float | None
    """It is larger; `None` where that end is open, or for words."""
    up_to: float | None
    """It is no larger."""
    words: tuple[str, ...] | None
    """Which words it may be; `None` for a number."""


class Rule(NamedTuple):
    """A leaf of the tree: where all its bounds hold, a design wins at this share of points."""

    bounds: tuple[Bound, ...]
    points: int
    wins: int

    @property
    def share(self) -> float:
        """The share of its points at which the design wins."""
        return self.wins / self.points


@dataclass(frozen=True)
class Rules(SensitivityResult):
    """Rules by which one can tell where a design wins.

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
    rules
        They exclude each other, and one of them applies at each point; that with the largest share
        of wins first.
    accuracy
        The share of points at which rules found on other points say rightly who wins.
    base_rate
        The same of saying always who wins more often.
    beats_base_rate
        Whether that is better by more than chance (exact binomial test of the points at which one
        of the two is right, one-sided, 5 %).
    """

    ANALYSIS = "rules"
    COLUMNS = ("rule", "design", "points", "wins", "factor", "above", "up_to", "words")

    design: str
    wins: int
    unsure: int
    rules: tuple[Rule, ...]
    accuracy: float
    base_rate: float
    beats_base_rate: bool

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: one for each bound of each rule."""
        for nth, rule in enumerate(self.rules, start=1):
            for bound in rule.bounds or (Bound("", None, None, None),):
                words = None if bound.words is None else ", ".join(bound.words)
                yield nth, self.design, rule.points, rule.wins, *bound[:3], words
