"""The result: the regret of each decision over all states, and how often each design is best."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sim.analysis.sensitivity.result import SensitivityResult
from sim.sweep.plan.factor import Value


class DecisionRegret(NamedTuple):
    """How much worse than the best decision of the same state one is."""

    design: str
    levers: dict[str, Value]
    """The value of each lever."""
    mean: float
    p90: float
    maximum: float
    """Of its regret over all states, in the unit of the outcome."""
    best: int
    """In how many states it alone is the best decision."""


class BestDesign(NamedTuple):
    """In what share of states a design is best, with its levers as is best there."""

    design: str
    best: int
    share: float
    low: float
    high: float
    """With its 95 % interval (Wilson)."""


@dataclass(frozen=True)
class Regret(SensitivityResult):
    """The regret of each decision: a design with values of its levers.

    Attributes
    ----------
    about
        What it is about.
    states
        How many states of the world there are in which all decisions are known.
    incomplete
        How many there are beside these in which some decision is not known; they are left out.
    tied
        In how many states no single design is best.
    decisions
        The decisions, that of the least maximum regret first.
    designs
        In what share of states each design is best.
    """

    ANALYSIS = "regret"
    COLUMNS = ("design", "levers", "mean", "p90", "maximum", "best")

    states: int
    incomplete: int
    tied: int
    decisions: tuple[DecisionRegret, ...]
    designs: tuple[BestDesign, ...]

    def list_rows(self) -> Iterator[tuple[Any, ...]]:
        """List the rows: one for each decision."""
        for one in self.decisions:
            levers = ", ".join(f"{key}={value}" for key, value in one.levers.items())
            yield one.design, levers, one.mean, one.p90, one.maximum, one.best
