"""What the run of a setup shows: terms with their intervals."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from sim.experiment import Sample, Settling
from sim.experiment.intervals import Values, build_known_interval
from sim.lessons.schema import Setup
from sim.lessons.terms import Change, Term, read_term
from sim.measures import MEASURES
from sim.results import Interval
from sim.steering import Became


@dataclass(frozen=True)
class Shown:
    """The run of a setup, with 95 % confidence intervals.

    Attributes
    ----------
    setup
        What was run.
    currency
        Of every amount of money.
    seed, replications
        Which luck, and how many times.
    samples
        By demand type (`None`: all), of each measure wanted, arrays of shape (replications, arms).
    settling
        For each arm, whether it settles; the means of one that does not are no findings.
    became
        Of each arm that a manager has steered, by its name, what it has become.
    """

    setup: Setup
    currency: str
    seed: int
    replications: int
    samples: dict[str | None, dict[str, Sample]]
    settling: tuple[Settling, ...]
    became: dict[str, Became] = field(default_factory=dict)

    @property
    def settles(self) -> bool:
        """Whether all arms do."""
        return all(found.settles for found in self.settling)

    def find_interval(self, term: Term) -> Interval | None:
        """Return the mean with its interval; `None` where it does not apply or settle."""
        place = self._place_of(term.arm)
        if not self.settling[place].settles:
            return None
        sample = self.samples[term.demand_type][term.measure]
        return sample.interval_of(place, MEASURES[term.measure].unit.scale)

    def find_excess(self, more: Term, less: Term, times: float) -> Interval | None:
        """Return by how much one term is more than so many times another, paired by replication.

        `None` where one of them does not apply in every replication, or does not settle.
        """
        if self.find_interval(more) is None or self.find_interval(less) is None:
            return None
        excess = self._values(more) - times * self._values(less)
        return None if np.isnan(excess).any() else build_known_interval(excess)

    def find_change(self, change: Change) -> float | None:
        """Return how far the first two arms are apart, without a sign.

        As a share of the higher one where that is what the lower one is *less*; of the lower one
        where it is what the higher one is *more*.
        """
        first, second = (self.find_interval(Term(change.measure, arm)) for arm in self.setup.pair)
        if first is None or second is None:
            return None
        low, high = sorted((first.mean, second.mean))
        whole = {"difference": 1.0, "less": high, "more": low}[change.kind]
        return (high - low) / whole if whole > 0 else None

    def _values(self, term: Term) -> Values:
        sample = self.samples[term.demand_type][term.measure]
        values: Values = sample.values[:, self._place_of(term.arm)]
        return values

    def _place_of(self, arm: str) -> int:
        return [one.name for one in self.setup.arms].index(arm)


def read_terms(texts: Iterable[str]) -> list[Term]:
    """Read several terms."""
    return [read_term(text) for text in texts]
